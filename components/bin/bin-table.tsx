import { useTranslations } from 'next-intl';
import { RowTick, selectionForm } from '@/components/data-table/row-tick';
import table from '@/components/data-table/table.module.css';
import buttons from '@/components/form/button.module.css';
import { ListMoment } from '@/components/text/moment';
import { Money } from '@/components/text/money';
import type { Format } from '@/lib/i18n/format';
import styles from './bin-table.module.css';

interface BinTableProps {
  entity: 'order' | 'client' | 'product';
  rows: { id: number; name: string; deletedAt: number; minor: number | undefined }[];
  /** Who deleted them, by their ids. */
  who: ReadonlyMap<number, string>;
  format: Format;
  /** Absent for those who may not. */
  restore: ((data: FormData) => Promise<never>) | undefined;
}

/** Deleted records with the way back, one by one or several at once. */
export function BinTable({ entity, rows, who, format, restore }: BinTableProps) {
  const t = useTranslations();
  const list = `/${entity}s`;
  // Products are few: they are not changed many at once.
  const ticks = restore !== undefined && entity !== 'product';
  return (
    <>
      <form id={selectionForm} action={`${list}/bulk`} method="get">
        <input type="hidden" name="binned" value="1" />
      </form>
      <table className={`${table.table} ${styles.bin}`}>
        <caption className="hidden">{t('bin.title')}</caption>
        <thead>
          <tr>
            {ticks ? (
              <th scope="col" className={styles.tick}>
                <span className="hidden">{t('bulk.selected')}</span>
              </th>
            ) : null}
            <th scope="col" className={table.number}>
              №
            </th>
            <th scope="col">{t(`bin.what.${entity}`)}</th>
            <th scope="col">{t('bin.when')}</th>
            <th scope="col">{t('bin.who')}</th>
            {entity === 'order' ? (
              <th scope="col" className={table.number}>
                {t('orders.columns.sum')}
              </th>
            ) : null}
            {restore ? (
              <th scope="col">
                <span className="hidden">{t('bin.restore')}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, deletedAt, minor }) => (
            <tr key={id}>
              {ticks ? (
                <td className={styles.tick}>
                  <RowTick id={id} label={t('bulk.selectClient', { name: `№ ${id}` })} />
                </td>
              ) : null}
              <td className={`${table.number} num`}>
                <a href={`${list}/${id}`}>{id}</a>
              </td>
              <td className={styles.name}>
                <a href={`${list}/${id}`} className={table.key}>
                  {name}
                </a>
              </td>
              <td className={styles.when}>
                <ListMoment at={deletedAt} format={format} />
              </td>
              <td className="quiet">{who.get(id) ?? ''}</td>
              {minor === undefined ? null : (
                <td className={table.number}>
                  <Money minor={minor} format={format} />
                </td>
              )}
              {restore ? (
                <td>
                  <form action={restore}>
                    <input type="hidden" name="id" value={id} />
                    <button type="submit" className={buttons.button} aria-label={`${t('bin.restore')}: ${name}`}>
                      {t('bin.restore')}
                    </button>
                  </form>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
