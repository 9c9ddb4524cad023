import { useTranslations } from 'next-intl';
import { hrefWith } from '@/components/data-table/list-url';
import { Figures } from '@/components/text/figures';
import { Money } from '@/components/text/money';
import type { ReportRow } from '@/db/queries/reports';
import type { Format } from '@/lib/i18n/format';

/** The figures of a saved report; each opens the rows of the same period. */
export function ReportFigures({ report, format }: { report: ReportRow; format: Format }) {
  const t = useTranslations('reports');
  const period = { from: report.fromDay, to: report.toDay };
  const orders = hrefWith('/orders', period);
  const number = (value: number) => <span className="num">{format.number(value)}</span>;
  const figures = [
    {
      label: t('sum'),
      href: hrefWith('/orders', { ...period, sort: '-total_price' }),
      value: <Money minor={report.totalOrdersMinor} format={format} />,
    },
    { label: t('newOrders'), href: orders, value: number(report.newOrdersCount) },
    { label: t('completed'), href: hrefWith('/orders', { ...period, status: 'Completed' }), value: number(report.completedOrdersCount) },
    { label: t('average'), href: orders, value: <Money minor={report.avgOrderMinor} format={format} /> },
    { label: t('newClients'), href: hrefWith('/clients', { ...period, sort: '-created_at' }), value: number(report.newClientsCount) },
  ];
  return <Figures figures={figures} />;
}
