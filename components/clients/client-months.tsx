import { useTranslations } from 'next-intl';
import { MonthBars } from '@/components/charts/month-bars';
import { hrefWith } from '@/components/data-table/list-url';
import styles from '@/components/orders/order-card.module.css';
import type { ClientMonth } from '@/lib/domain/clients/list-client-months';
import type { Format } from '@/lib/i18n/format';

interface ClientMonthsProps {
  id: number;
  months: ClientMonth[];
  format: Format;
}

/** What a client ordered month by month; each bar opens those orders. */
export function ClientMonths({ id, months, format }: ClientMonthsProps) {
  const t = useTranslations('clientCard');
  const bars = months.map(({ from, to, orders, totalMinor }) => ({
    from,
    label: format.shortMonth(from),
    told: t('month', { month: format.longMonth(from), sum: format.money(totalMinor), n: orders }),
    value: totalMinor / 100_000,
    href: hrefWith('/orders', { client: String(id), from, to, status: 'Pending,Completed' }),
  }));
  return (
    <>
      <div className={styles.heading}>
        <h2 id="months">{t('byMonth')}</h2>
        <span className="muted">{t('unit', { symbol: format.symbol })}</span>
      </div>
      <div className={styles.chart}>
        <MonthBars bars={bars} labelledBy="months" tick={format.number} />
      </div>
    </>
  );
}
