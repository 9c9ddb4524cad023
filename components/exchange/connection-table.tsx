import { useTranslations } from 'next-intl';
import table from '@/components/data-table/table.module.css';
import { ListMoment } from '@/components/text/moment';
import { None } from '@/components/text/none';
import type { FaringConnection } from '@/lib/domain/connections/faring';
import type { Format } from '@/lib/i18n/format';
import { ConnectionState } from './connection-state';
import styles from './connection-table.module.css';

/** The systems that records are exchanged with, and how each fares. */
export function ConnectionTable({ connections, format }: { connections: readonly FaringConnection[]; format: Format }) {
  const t = useTranslations('exchange');
  return (
    <table className={`${table.table} ${styles.connections}`}>
      <caption className="hidden">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('columns.name')}</th>
          <th scope="col">{t('columns.state')}</th>
          <th scope="col" className={table.number}>
            {t('columns.waiting')}
          </th>
          <th scope="col" className={table.number}>
            {t('columns.dead')}
          </th>
          <th scope="col">{t('columns.contact')}</th>
        </tr>
      </thead>
      <tbody>
        {connections.map((connection) => {
          const { id, name, kind, waiting, dead, lastContactAt } = connection;
          const path = `/settings/integrations/${id}`;
          return (
            <tr key={id}>
              <td data-cell="name">
                <a href={path} className={table.key}>
                  {name}
                </a>
                {name === t(`kinds.${kind}`) ? null : <span className="muted"> · {t(`kinds.${kind}`)}</span>}
              </td>
              <td data-cell="state">
                <ConnectionState connection={connection} format={format} />
              </td>
              <td data-cell="waiting" data-label={t('columns.waiting')} className={`${table.number} num`}>
                {waiting > 0 ? <a href={`${path}/queue`}>{waiting}</a> : <None />}
              </td>
              <td data-cell="dead" data-label={t('columns.dead')} className={`${table.number} num`}>
                {dead > 0 ? (
                  <a href={`${path}/dead`} className={styles.bad}>
                    {dead}
                  </a>
                ) : (
                  <None />
                )}
              </td>
              <td data-cell="contact">{lastContactAt === null ? <None /> : <ListMoment at={lastContactAt} format={format} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
