import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ChangeNote } from '@/components/text/change-note';
import { Money } from '@/components/text/money';
import type { Overview } from '@/lib/domain/overview/get-overview';
import type { DayRange } from '@/lib/domain/period';
import type { Format } from '@/lib/i18n/format';
import styles from './overview.module.css';
import { clientsOf, ordersOf } from './overview-url';

interface FigureProps {
  label: string;
  value: ReactNode;
  href: string;
  change: ReactNode;
}

function Figure({ label, value, href, change }: FigureProps) {
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>
        <a href={href} className={styles.value}>
          {value}
        </a>
        {change}
      </dd>
    </div>
  );
}

/** The four figures of a period; each opens its rows, and what it was opens the rows of then. */
export function OverviewFigures({ overview: { now, was, days, before }, format }: { overview: Overview; format: Format }) {
  const [t, overview] = [useTranslations('overview.figures'), useTranslations('overview')];
  const count = (value: number) => <span className="num">{format.number(value)}</span>;
  const change = (key: keyof typeof now, text: (value: number) => string, hrefOf: (range: DayRange) => string) => (
    <ChangeNote now={now[key]} before={was[key]} base={overview('was', { value: text(was[key]) })} href={hrefOf(before)} format={format} />
  );
  return (
    <dl className={styles.figures}>
      <Figure label={t('orders')} value={count(now.orders)} href={ordersOf(days)} change={change('orders', format.number, ordersOf)} />
      <Figure
        label={t('sum')}
        value={<Money minor={now.totalMinor} format={format} />}
        href={ordersOf(days, { sort: '-total_price' })}
        change={change('totalMinor', format.money, ordersOf)}
      />
      <Figure
        label={t('average')}
        value={<Money minor={now.averageMinor} format={format} />}
        href={ordersOf(days)}
        change={change('averageMinor', format.money, ordersOf)}
      />
      <Figure
        label={t('clients')}
        value={count(now.newClients)}
        href={clientsOf(days)}
        change={change('newClients', format.number, clientsOf)}
      />
    </dl>
  );
}
