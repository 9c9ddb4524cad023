import styles from './choice-field.module.css';

interface ChoiceFieldProps {
  name: string;
  label: string;
  choices: { value: string; label: string; text?: string }[];
  defaultValue?: string;
  errors?: string[];
}

/** One of a few, each told in a sentence. */
export function ChoiceField({ name, label, choices, defaultValue, errors }: ChoiceFieldProps) {
  return (
    <fieldset className={styles.choices} aria-invalid={errors ? true : undefined}>
      <legend className={styles.legend}>{label}</legend>
      {choices.map(({ value, label: word, text }) => (
        <label key={value} className={styles.choice}>
          {/* The key: React leaves a choice as it is when only its default changes. */}
          <input key={String(value === defaultValue)} type="radio" name={name} value={value} defaultChecked={value === defaultValue} />
          <span>
            {word}
            {text ? <span className={styles.text}>{text}</span> : null}
          </span>
        </label>
      ))}
      {errors ? <p className={styles.error}>{errors.join('. ')}</p> : null}
    </fieldset>
  );
}
