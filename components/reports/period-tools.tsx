import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import menu from '@/components/data-table/menu.module.css';
import toolbar from '@/components/data-table/toolbar.module.css';
import buttons from '@/components/form/button.module.css';
import { isReportPeriod, lastDaysOf, neighbourRange, type ReportPeriod } from '@/lib/domain/reports/periods';
import type { Format } from '@/lib/i18n/format';
import { rangeWithYear } from '@/lib/i18n/ranges';
import { HiddenParams } from './hidden-params';
import styles from './report-tools.module.css';
import { daysInAddress, kindOf, type ReportUrl, reportHref, switchPeriods } from './report-url';

interface PeriodToolsProps {
  url: ReportUrl;
  format: Format;
}

const dayParams = ['period', 'from', 'to'];
/** Of another length, a period has another step and other rows. */
const anew = { from: undefined, to: undefined, step: undefined };
const lastDays = [7, 14, 30, 90, 365];

/** The named period of an address; none when it names days. */
function periodOf({ params: { period = '' } }: ReportUrl): ReportPeriod | undefined {
  return isReportPeriod(period) ? period : undefined;
}

function Other({ url }: { url: ReportUrl }) {
  const t = useTranslations('reportPage');
  const words = useTranslations('table');
  const { wrongDays, question } = url;
  const period = periodOf(url);
  const named = [
    ...(['today', 'yesterday'] as const).map((name) => ({ name, label: t(`periods.${name}`) })),
    ...lastDays.map((n) => ({ name: `last_${n}`, label: t('lastDays', { n }) })),
  ];
  const typed = wrongDays ?? question.range;
  const days = (name: 'from' | 'to') => (
    <label className={styles.day}>
      {words(name)}
      <input
        type="date"
        name={name}
        required
        defaultValue={typed[name]}
        className={toolbar.input}
        aria-invalid={wrongDays?.field === name || undefined}
        aria-describedby={wrongDays?.field === name ? 'wrong-days' : undefined}
      />
    </label>
  );
  return (
    <details data-menu="" className={menu.menu} open={Boolean(wrongDays)}>
      <summary>{t('other')}</summary>
      <div className={`${menu.panel} ${menu.start}`}>
        <div className={styles.named}>
          {named.map(({ name, label }) => (
            <a
              key={name}
              href={reportHref(url, { ...anew, period: name })}
              className={menu.choice}
              aria-current={name === period ? 'true' : undefined}
            >
              {label}
            </a>
          ))}
        </div>
        <form method="get" action={url.path} className={styles.free} noValidate>
          <HiddenParams url={url} without={['from', 'to', 'step']} />
          {days('from')}
          {days('to')}
          {wrongDays ? (
            <p id="wrong-days" role="alert" className={styles.error}>
              {t(`wrongDays.${wrongDays.problem}`)}
            </p>
          ) : null}
          <button type="submit" className={buttons.primary}>
            {t('show')}
          </button>
        </form>
        <form method="get" action={url.path} className={styles.free}>
          <HiddenParams url={url} without={[...dayParams, 'step']} />
          <label className={styles.day}>
            {t('last')}
            <input
              type="number"
              name="last"
              min={1}
              max={3660}
              required
              defaultValue={lastDaysOf(period ?? '') ?? 30}
              className={toolbar.input}
            />
          </label>
          <button type="submit" className={buttons.button}>
            {t('show')}
          </button>
        </form>
      </div>
    </details>
  );
}

/** Which days a report is of: periods by name, any others, and the neighbours of those it shows. */
export function PeriodTools({ url, format }: PeriodToolsProps) {
  const t = useTranslations('reportPage');
  const { range } = url.question;
  const period = periodOf(url);
  const kind = kindOf(range);
  const neighbour = (direction: -1 | 1) => neighbourRange(range, direction, period);
  const hrefOf = (direction: -1 | 1) => reportHref(url, daysInAddress(neighbour(direction), format.today));
  return (
    <>
      <nav aria-label={t('period')} className={styles.switch}>
        {switchPeriods.map((name) => (
          <a
            key={name}
            href={reportHref(url, { ...anew, period: name })}
            aria-current={(period ?? kind) === name ? 'true' : undefined}
            data-open={(period ?? kind) === name || undefined}
          >
            {t(`periods.${name}`)}
          </a>
        ))}
        <Other url={url} />
      </nav>
      <div className={styles.days}>
        <a href={hrefOf(-1)} className={styles.step} aria-label={t('before')} title={t('before')} rel="prev">
          <IconChevronLeft size={16} stroke={1.6} aria-hidden="true" />
        </a>
        <span className={styles.range}>{rangeWithYear(range, format)}</span>
        {neighbour(1).from > format.today ? (
          <span className={`${styles.step} ${styles.idle}`} title={t('upcoming')}>
            <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
          </span>
        ) : (
          <a href={hrefOf(1)} className={styles.step} aria-label={t('after')} title={t('after')} rel="next">
            <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
          </a>
        )}
      </div>
    </>
  );
}
