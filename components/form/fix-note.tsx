import type { FormState } from '@/lib/entry/form-state';
import { fill } from '@/lib/i18n/fill';
import styles from './form-page.module.css';

/** How many fields are to be corrected, beside the button that was pressed. */
export function FixNote({ errors, text }: { errors: FormState['errors']; text: string }) {
  const n = Object.keys(errors).length;
  return n === 0 ? null : <span className={styles.fix}>{fill(text, { n })}</span>;
}
