import { sumInWords } from '@/lib/domain/print/sum-in-words';
import type { Format } from '@/lib/i18n/format';
import styles from './sum-in-words.module.css';

/** A total as documents spell it; nothing for a currency without words. */
export function SumInWords({ minor, format }: { minor: number; format: Pick<Format, 'locale' | 'currency'> }) {
  const words = sumInWords(minor, format);
  return words ? <p className={styles.words}>{words}</p> : null;
}
