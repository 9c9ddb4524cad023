import type { TopicGroup } from './connection-fields';
import styles from './connection-form.module.css';

interface TopicsFieldProps {
  label: string;
  groups: readonly TopicGroup[];
  values: Record<string, string>;
  errors: string[] | undefined;
}

/** The events that a connection is told of. */
export function TopicsField({ label, groups, values, errors }: TopicsFieldProps) {
  return (
    <fieldset
      aria-describedby={errors ? 'topics-error' : undefined}
      aria-invalid={errors ? true : undefined}
      tabIndex={errors ? -1 : undefined}
    >
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.topics}>
        {groups.map((group) => (
          <div key={group.label} className={styles.group}>
            <p className={styles.groupName}>{group.label}</p>
            {group.topics.map(({ name, label: word }) => (
              <label key={name} className={styles.check}>
                <input key={values[name]} type="checkbox" name={name} value="on" defaultChecked={values[name] === 'on'} />
                {word}
              </label>
            ))}
          </div>
        ))}
      </div>
      {errors ? (
        <p id="topics-error" className={styles.error}>
          {errors.join('. ')}
        </p>
      ) : null}
    </fieldset>
  );
}
