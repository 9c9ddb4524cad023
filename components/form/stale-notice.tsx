import type { FormState } from '@/lib/entry/form-state';
import buttons from './button.module.css';
import styles from './stale-notice.module.css';

interface StaleNoticeProps {
  stale: FormState['stale'];
  /** The card of the record. */
  href: string;
  words: Record<'stale' | 'staleNow' | 'saveAnyway' | 'openCurrent', string>;
}

/** Somebody saved first: what stands now, and both ways on. What was typed stays in the form. */
export function StaleNotice({ stale, href, words }: StaleNoticeProps) {
  if (!stale) return null;
  return (
    <div role="alert" tabIndex={-1} data-form-message="" className={styles.notice}>
      <p>
        <b>{words.stale}</b>
      </p>
      <p className="quiet">{words.staleNow}</p>
      <dl className={styles.facts}>
        {stale.facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value || '—'}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.ways}>
        <button type="submit" name="over" value={stale.version} className={buttons.button}>
          {words.saveAnyway}
        </button>
        <a href={href} target="_blank" rel="noreferrer" className={buttons.plain}>
          {words.openCurrent}
        </a>
      </div>
    </div>
  );
}
