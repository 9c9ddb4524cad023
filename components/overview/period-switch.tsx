import { useTranslations } from 'next-intl';
import { type OverviewPeriod, overviewPeriods } from '@/lib/domain/overview/periods';
import styles from './overview.module.css';
import { overviewHref } from './overview-url';

export function PeriodSwitch({ period }: { period: OverviewPeriod }) {
  const t = useTranslations('overview');
  return (
    <nav aria-label={t('period')} className={styles.switch}>
      {overviewPeriods.map((name) => (
        <a key={name} href={overviewHref(name)} aria-current={name === period ? 'page' : undefined}>
          {t(`periods.${name}`)}
        </a>
      ))}
    </nav>
  );
}
