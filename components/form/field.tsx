import type { ReactNode } from 'react';
import styles from './field.module.css';

export interface FieldProps {
  id: string;
  label: string;
  hint?: string;
  errors?: string[];
  /** Told below the field without refusing anything; null where it may come later, so that it is read out then. */
  note?: ReactNode;
  children: (attributes: { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string }) => ReactNode;
}

/** A label above, the control, and below it what is wrong or else a hint. */
export function Field({ id, label, hint, errors, note: told, children }: FieldProps) {
  const bad = errors !== undefined && errors.length > 0;
  const note = bad ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({ id, 'aria-invalid': bad ? true : undefined, 'aria-describedby': note })}
      {bad ? (
        <p id={note} className={styles.error}>
          {errors.join('. ')}
        </p>
      ) : hint ? (
        <p id={note} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {told === undefined ? null : (
        <div role="status" className={styles.note}>
          {told}
        </div>
      )}
    </div>
  );
}
