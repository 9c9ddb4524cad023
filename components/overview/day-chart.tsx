import { useTranslations } from 'next-intl';
import { DayBars } from '@/components/charts/day-bars';
import type { DrawnDay, Overview } from '@/lib/domain/overview/get-overview';
import { daySpan } from '@/lib/i18n/compact';
import type { Format } from '@/lib/i18n/format';
import styles from './overview.module.css';
import { ordersOf } from './overview-url';

function spanOf(days: readonly DrawnDay[], format: Format): string {
  return daySpan(days[0]?.day ?? '', days.at(-1)?.day ?? '', format);
}

/** The sums of the days, with those of the period before as a dashed line; `report` leads to more. */
export function DayChart({ overview: { drawn, today }, report, format }: { overview: Overview; report: string; format: Format }) {
  const t = useTranslations('overview.chart');
  const more = useTranslations('reportPage');
  const words = { title: t('title'), day: t('day'), sum: t('sum'), before: t('before'), empty: t('empty') };
  return (
    <section className={styles.chart}>
      <div className={styles.heading}>
        <h2>{t('title')}</h2>
        <span className={styles.unit}>{t('unit', { symbol: format.symbol })}</span>
        <span className={styles.legend}>
          <span className={styles.swatch} aria-hidden="true" />
          {spanOf(drawn.days, format)}
        </span>
        <span className={styles.legend}>
          <span className={styles.dash} aria-hidden="true" />
          {spanOf(drawn.before, format)}
        </span>
        <a href={report}>{more('ofPeriod')}</a>
      </div>
      <DayBars {...drawn} today={today} format={format} hrefOf={(day) => ordersOf({ from: day, to: day })} words={words} />
    </section>
  );
}
