import styles from './connection-form.module.css';

interface ManyFieldProps {
  name: string;
  label: string;
  hint?: string;
  errors?: string[];
  options: readonly { value: string; label: string }[];
  /** Chosen values, joined by commas, when the form has not been sent yet. */
  defaultValue: string;
  values: Record<string, string>;
}

/** Several of a few: a box for each, `<name>:<value>`. */
export function ManyField({ name, label, hint, errors, options, defaultValue, values }: ManyFieldProps) {
  const stored = defaultValue.split(',').map((value) => value.trim());
  return (
    <fieldset>
      <legend className={styles.legend}>{label}</legend>
      <input type="hidden" name={name} value="" />
      {options.map(({ value, label: word }) => {
        const box = `${name}:${value}`;
        const on = values[box] === 'on' || stored.includes(value);
        return (
          <label key={value} className={styles.check}>
            <input key={String(on)} type="checkbox" name={box} value="on" defaultChecked={on} />
            {word}
          </label>
        );
      })}
      {errors ? <p className={styles.error}>{errors.join('. ')}</p> : hint ? <p className={styles.hint}>{hint}</p> : null}
    </fieldset>
  );
}
