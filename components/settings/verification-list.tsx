import { useTranslations } from 'next-intl';
import type { PastVerification } from '@/lib/domain/verify/list-verifications';
import type { Format } from '@/lib/i18n/format';
import styles from './verification-list.module.css';

function Duration({ ms, format }: { ms: number; format: Format }) {
  const t = useTranslations('verification');
  const seconds = Math.round(ms / 1000);
  return seconds < 60
    ? t('seconds', { n: format.number(Math.max(0.1, Math.round(ms / 100) / 10)) })
    : t('minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}

function Run({ run, format }: { run: PastVerification; format: Format }) {
  const t = useTranslations('verification');
  const { clients, orders, payments, operations } = run.counts;
  const counted = Object.entries({ clients, orders, payments, operations }).map(([name, n]) => [name, format.number(n)]);
  return (
    <li className={styles.run}>
      <p className={styles.head}>
        <time dateTime={new Date(run.at).toISOString()} title={format.exact(run.at)}>
          {format.longDateTime(run.at)}
        </time>
        <b className={run.problems.length === 0 ? styles.whole : styles.broken}>
          {run.problems.length === 0 ? t('whole') : t('problems', { n: run.problems.length })}
        </b>
        <span className="quiet">
          <Duration ms={run.durationMs} format={format} />
        </span>
      </p>
      <p className="quiet">{t('counts', Object.fromEntries(counted))}</p>
      {run.problems.length > 0 ? (
        // As the program tells them on the command line, for whoever is asked for help.
        <ul className={styles.problems} lang="en">
          {run.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** Past verifications: when, how long, what was looked at and what was found. */
export function VerificationList({ runs, format }: { runs: PastVerification[]; format: Format }) {
  return (
    <ul>
      {runs.map((run) => (
        <Run key={run.id} run={run} format={format} />
      ))}
    </ul>
  );
}
