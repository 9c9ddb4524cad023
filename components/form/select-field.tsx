import { Field } from './field';
import styles from './field.module.css';

interface SelectFieldProps {
  name: string;
  label: string;
  hint?: string;
  errors?: string[];
  defaultValue?: string;
  options: readonly { value: string; label: string }[];
}

export function SelectField({ name, label, hint, errors, options, defaultValue }: SelectFieldProps) {
  return (
    <Field id={name} label={label} hint={hint} errors={errors}>
      {(attributes) => (
        // The key: React leaves a choice as it is when only its default changes.
        <select key={defaultValue} name={name} className={styles.select} defaultValue={defaultValue} {...attributes}>
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
