import { useTranslations } from 'next-intl';
import table from '@/components/data-table/table.module.css';
import { ListMoment } from '@/components/text/moment';
import { None } from '@/components/text/none';
import type { Import } from '@/lib/domain/imports/import-record';
import type { ImportState } from '@/lib/domain/imports/schema';
import type { Format } from '@/lib/i18n/format';
import styles from './import-table.module.css';

interface ImportTableProps {
  imports: Import[];
  authors: { id: number; name: string }[];
  format: Format;
}

/** Files that were brought in: what, when, by whom, what came of it, and the way back. */
export function ImportTable({ imports, authors, format }: ImportTableProps) {
  const t = useTranslations('importing');
  const names = new Map(authors.map(({ id, name }) => [id, name]));
  return (
    <table className={`${table.table} ${styles.imports}`}>
      <caption className="hidden">{t('list')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('file')}</th>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('who')}</th>
          <th scope="col">{t('outcome')}</th>
          <th scope="col">
            <span className="hidden">{t('undo')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {imports.map(({ id, fileName, entity, createdAt, userId, state, applied, refused, rowsTotal, groupId }) => (
          <tr key={id}>
            <td data-cell="file">
              <a href={`/imports/${id}`} className={table.key}>
                {fileName}
              </a>{' '}
              <span className="muted">{t('rows', { n: rowsTotal })}</span>
            </td>
            <td>{t(`entity.${entity}`)}</td>
            <td>
              <ListMoment at={createdAt} format={format} />
            </td>
            <td>{names.get(userId) ?? <None />}</td>
            <td>
              {t(`states.${state as ImportState}`)}
              {applied + refused > 0 ? (
                <span className="quiet">
                  {': '}
                  {t('loaded', { n: applied })}
                  {refused > 0 ? `, ${t('refused', { n: refused })}` : null}
                </span>
              ) : null}
            </td>
            <td data-cell="undo">
              {groupId !== null && state !== 'applying' ? (
                <a href={`/imports/${id}/undo`} aria-label={`${t('undo')}: ${fileName}`}>
                  {t('undo')}
                </a>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
