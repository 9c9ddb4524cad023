import { useTranslations } from 'next-intl';
import table from '@/components/data-table/table.module.css';
import { ListMoment } from '@/components/text/moment';
import { Money } from '@/components/text/money';
import type { ReportRow } from '@/db/queries/reports';
import type { Format } from '@/lib/i18n/format';
import styles from './reports.module.css';

/** Saved reports, newest first. */
export function ReportTable({ reports, format }: { reports: ReportRow[]; format: Format }) {
  const t = useTranslations('reports');
  return (
    <div className={styles.scroll}>
      <table className={table.table}>
        <caption className="hidden">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('period')}</th>
            <th scope="col">{t('made')}</th>
            <th scope="col" className={table.number}>
              {t('newOrders')}
            </th>
            <th scope="col" className={table.number}>
              {t('completed')}
            </th>
            <th scope="col" className={table.number}>
              {t('newClients')}
            </th>
            <th scope="col" className={table.number}>
              {t('average')}
            </th>
            <th scope="col" className={table.number}>
              {t('sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={report.id}>
              <td>
                <a href={`/reports/${report.id}`} className={table.key}>
                  {format.period(report.fromDay, report.toDay)}
                </a>
              </td>
              <td>
                <ListMoment at={report.createdAt} format={format} />
              </td>
              <td className={`${table.number} num`}>{format.number(report.newOrdersCount)}</td>
              <td className={`${table.number} num`}>{format.number(report.completedOrdersCount)}</td>
              <td className={`${table.number} num`}>{format.number(report.newClientsCount)}</td>
              <td className={table.number}>
                <Money minor={report.avgOrderMinor} format={format} />
              </td>
              <td className={table.number}>
                <Money minor={report.totalOrdersMinor} format={format} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
