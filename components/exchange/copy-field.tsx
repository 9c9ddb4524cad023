import fields from '@/components/form/field.module.css';
import { CopyButton } from '@/components/text/copy-button';
import styles from './copy-field.module.css';

interface CopyFieldProps {
  id: string;
  label: string;
  value: string;
  /** The button's name, and what it says afterwards. */
  copy: string;
  copied: string;
}

/** A text to be taken over into another program. */
export function CopyField({ id, label, value, copy, copied }: CopyFieldProps) {
  return (
    <div className={fields.field}>
      <label htmlFor={id} className={fields.label}>
        {label}
      </label>
      <div className={styles.row}>
        <input id={id} type="text" readOnly value={value} className={`${fields.input} ${styles.value}`} />
        <CopyButton value={value} words={{ copy, copied }} />
      </div>
    </div>
  );
}
