import { IconShield, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { hrefWith } from '@/components/data-table/list-url';
import { Money } from '@/components/text/money';
import type { Analysis } from '@/lib/domain/reports/analysis';
import type { Format } from '@/lib/i18n/format';
import { rangeName } from '@/lib/i18n/ranges';
import styles from './analysis.module.css';

interface ReportFootProps {
  analysis: Analysis;
  /** Operations after the end of the period that changed its figures. */
  later: { operations: number; more: boolean };
  format: Format;
}

/** Whether the sum was held against the lines of its orders: the whole check is behind it. */
const shields = { checked: IconShieldCheck, unchecked: IconShield, differs: IconShieldX };

/** What all orders of a report come to, the way to its proof, and to what has changed it since. */
export function ReportFoot({ analysis: { figures, range, linesMinor }, later, format }: ReportFootProps) {
  const t = useTranslations('reportPage');
  const proof = linesMinor === null ? 'unchecked' : linesMinor === figures.totalMinor ? 'checked' : 'differs';
  const Shield = shields[proof];
  const bold = (text: ReactNode) => <b className="num">{text}</b>;
  return (
    <div className={styles.foot}>
      <b>{t('footTotal')}</b>
      <span>{t.rich('footOrders', { n: figures.orders, b: bold })}</span>
      <span>
        {t('columns.sum')}{' '}
        <b>
          <Money minor={figures.totalMinor} format={format} />
        </b>
      </span>
      <a href="/reports/check" className={styles[proof]}>
        <Shield size={16} stroke={1.6} aria-hidden="true" />
        {t(proof)}
      </a>
      {later.operations > 0 ? (
        <a href={hrefWith('/reports/changes', { ...range })} className={styles.changes}>
          {t(later.more ? 'laterMany' : 'later', {
            n: later.operations,
            day: format.dayAndMonth(range.to),
            period: rangeName(range, format),
          })}
        </a>
      ) : null}
    </div>
  );
}
