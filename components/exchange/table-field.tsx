import { TextField } from '@/components/form/text-field';
import styles from './connection-form.module.css';

interface TableFieldProps {
  name: string;
  label: string;
  hint?: string;
  errors?: string[];
  /** Ours; for each a field of what it is called over there, joined by commas: `<name>.<value>`. */
  options: readonly { value: string; label: string }[];
  values: Record<string, string>;
}

/** Which words of the other program are which of ours. */
export function TableField({ name, label, hint, errors, options, values }: TableFieldProps) {
  return (
    <fieldset className={styles.table}>
      <legend className={styles.legend}>{label}</legend>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      {options.map((option, at) => (
        <TextField
          key={option.value}
          name={`${name}.${option.value}`}
          label={option.label}
          errors={at === 0 ? errors : undefined}
          defaultValue={values[`${name}.${option.value}`]}
        />
      ))}
    </fieldset>
  );
}
