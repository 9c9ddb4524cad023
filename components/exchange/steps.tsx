import type { ConnectionKind } from '@/lib/domain/connections/schema';
import styles from './steps.module.css';
import { useExchangeWords } from './words';

/** More steps than any guide has. */
const most = 9;

/** What to click in the other program, step by step. */
export function Steps({ kind }: { kind: ConnectionKind }) {
  const t = useExchangeWords();
  const keys = Array.from({ length: most }, (_, n) => `steps.${kind}.${n + 1}`).filter((key) => t.has(key));
  return (
    <>
      <h2 className={styles.title}>{t('stepsTitle')}</h2>
      <ol className={styles.steps}>
        {keys.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
    </>
  );
}
