import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ChangeNote } from '@/components/text/change-note';
import { Money } from '@/components/text/money';
import type { OrderStatus } from '@/lib/domain/orders/schema';
import type { Analysis, ReportFigures } from '@/lib/domain/reports/analysis';
import { percent } from '@/lib/i18n/compact';
import type { Format } from '@/lib/i18n/format';
import { rangeText } from '@/lib/i18n/ranges';
import styles from './analysis.module.css';
import { newClientsIn, ordersBehind, type ReportScope, returningClientsIn } from './report-links';
import type { ReportUrl } from './report-url';

interface AnalysisFiguresProps {
  analysis: Analysis;
  url: ReportUrl;
  format: Format;
}

const conversions = [
  ['Completed', 'completed'],
  ['Pending', 'pending'],
  ['Cancelled', 'cancelled'],
] as const satisfies readonly (readonly [OrderStatus, keyof ReportFigures])[];

/** The five figures with what they were; each opens its rows, and what it is held against opens the rows of then. */
export function AnalysisFigures({ analysis: { figures, compared }, url, format }: AnalysisFiguresProps) {
  const t = useTranslations('reportPage');
  const { scope } = url;
  const money = (minor: number) => <Money minor={minor} format={format} />;
  const figure = (
    key: keyof ReportFigures,
    label: string,
    value: ReactNode,
    hrefOf: (behind: ReportScope) => string,
    text: (value: number) => string,
  ) => (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>
        <a href={hrefOf(scope)} className={styles.value}>
          {value}
        </a>
        {compared ? (
          <ChangeNote
            now={figures[key]}
            before={compared.figures[key]}
            base={t('to', { days: rangeText(compared.range, format) })}
            title={t('was', { value: text(compared.figures[key]) })}
            href={hrefOf({ ...scope, range: compared.range })}
            format={format}
          />
        ) : null}
      </dd>
    </div>
  );
  const bySum = (behind: ReportScope) => ordersBehind(behind, { sort: '-total_price' });
  const byQuantity = (behind: ReportScope) => ordersBehind(behind, { sort: '-quantity' });
  const orders = (behind: ReportScope) => ordersBehind(behind);
  const number = (text: string) => <span className="num">{text}</span>;
  return (
    <dl className={styles.figures} aria-label={t('figures.label')}>
      {figure('totalMinor', t('figures.sum'), money(figures.totalMinor), bySum, format.money)}
      {figure('orders', t('figures.orders'), number(format.number(figures.orders)), orders, format.number)}
      {figure('averageMinor', t('figures.average'), money(figures.averageMinor), orders, format.money)}
      {figure('medianMinor', t('figures.median'), money(figures.medianMinor), bySum, format.money)}
      {figure('quantityMilli', t('figures.quantity'), number(format.quantity(figures.quantityMilli)), byQuantity, format.quantity)}
    </dl>
  );
}

/** A quieter row: clients, and what became of the orders. */
export function AnalysisClients({ analysis: { figures }, url, format }: AnalysisFiguresProps) {
  const t = useTranslations('reportPage.figures');
  const { scope } = url;
  const share = (count: number) => percent(figures.orders === 0 ? 0 : Math.round((count / figures.orders) * 1000), format);
  const statuses = conversions.map(([status, key]) => ({
    label: t(status),
    count: figures[key],
    // A status that the report leaves out has none of its orders.
    href: scope.conditions.status?.split(',').includes(status) === false ? undefined : ordersBehind(scope, { status }),
    share: t('share', { share: share(figures[key]) }),
  }));
  const clients = [
    { label: t('newClients'), count: figures.newClients, href: newClientsIn(scope), share: undefined },
    {
      label: t('returning'),
      count: figures.returningClients,
      href: returningClientsIn(scope),
      share: undefined,
    },
  ];
  return (
    <dl className={styles.quiet}>
      {[...clients, ...statuses].map(({ label, count, href, share: note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {href ? (
              <a href={href} className="num">
                {format.number(count)}
              </a>
            ) : (
              <span className="num">{format.number(count)}</span>
            )}
            {note ? <span className={styles.note}>{note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
