import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import notes from '@/components/states/note.module.css';
import type { CheckedTotals } from '@/lib/domain/verify/check-totals';
import { holds } from '@/lib/domain/verify/control-row';
import type { PastVerification } from '@/lib/domain/verify/list-verifications';
import type { Format } from '@/lib/i18n/format';
import styles from './control.module.css';

interface ControlVerdictProps {
  control: CheckedTotals;
  format: Format;
}

/** All equal, or how many are not; how much was looked at, and how long it took. */
export function ControlVerdict({ control: { rows, orders, durationMs }, format }: ControlVerdictProps) {
  const t = useTranslations('control');
  const wrong = rows.filter((row) => !holds(row)).length;
  const looked = t('wholeText', { n: rows.length, orders, seconds: format.number(Math.max(0.1, Math.round(durationMs / 100) / 10)) });
  if (wrong > 0)
    return (
      <p role="alert" className={`${notes.bad} ${notes.strip}`}>
        <b className={styles.differs}>
          <IconX size={16} stroke={1.6} aria-hidden="true" />
          {t('broken', { n: wrong })}
        </b>
        <span>{t('brokenText')}</span>
        <span className={styles.looked}>{looked}</span>
      </p>
    );
  return (
    <p role="status" className={`${notes.ok} ${notes.strip}`}>
      <b className={styles.holds}>
        <IconCheck size={16} stroke={1.6} aria-hidden="true" />
        {t('whole')}
      </b>
      <span className={styles.looked}>{looked}</span>
    </p>
  );
}

interface LastVerificationProps {
  run: PastVerification | undefined;
  format: Format;
}

/** What the last whole verification found, for those who may see it. */
export function LastVerification({ run, format }: LastVerificationProps) {
  const t = useTranslations('control');
  const found = run && (run.problems.length === 0 ? t('lastWhole') : t('lastProblems', { n: run.problems.length }));
  return (
    <p className={styles.note}>
      {run ? (
        <>
          {t('last', { when: format.longDateTime(run.at) })} {found}.
        </>
      ) : (
        t('lastNone')
      )}{' '}
      <a href="/settings/verification">{t('lastLink')}</a>
    </p>
  );
}
