'use client';

import buttons from '@/components/form/button.module.css';
import fields from '@/components/form/field.module.css';
import { FormMessage } from '@/components/form/form-message';
import { SubmitButton } from '@/components/form/submit-button';
import { type FormAction, useKeptForm } from '@/components/form/use-kept-form';
import styles from './import.module.css';
import columns from './mapping-form.module.css';
import type { MappingSetup } from './mapping-setup';

interface MappingFormProps extends Omit<MappingSetup, 'initial'> {
  action: FormAction;
  initial: MappingSetup['initial'];
  back: string;
}

/** What each column of the file means, its first values beside it, and by what rows find their records. */
export function MappingForm({ action, initial, columns: all, fields: known, matchBy, words, back }: MappingFormProps) {
  const { state, pending, attributes } = useKeptForm(action, initial);
  const { values, errors } = state;
  return (
    <form {...attributes} className={styles.page}>
      <input type="hidden" name="import" value={values.import} />
      <div className={styles.body}>
        <FormMessage message={state.message} />
        <table className={columns.table}>
          <thead>
            <tr>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.first}</th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ name, label, header, sample }) => {
              const [bad] = errors[name] ?? [];
              return (
                <tr key={name}>
                  <th scope="row">{header}</th>
                  <td>
                    <select
                      name={name}
                      aria-label={label}
                      className={`${fields.select} ${fields.compact}`}
                      defaultValue={values[name] ?? ''}
                      data-left={values[name] ? undefined : ''}
                      aria-invalid={bad ? true : undefined}
                      aria-describedby={bad ? `${name}-error` : undefined}
                    >
                      <option value="">{words.leaveOut}</option>
                      {known.map(({ value, label: text }) => (
                        <option key={value} value={value}>
                          {text}
                        </option>
                      ))}
                    </select>
                    {bad ? (
                      <p id={`${name}-error`} className={fields.error}>
                        {bad}
                      </p>
                    ) : null}
                  </td>
                  <td className={columns.sample}>{sample.join(' · ') || '—'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <fieldset aria-describedby={errors.matchBy ? 'match-error' : 'match-hint'}>
          <legend className={styles.legend}>{words.match}</legend>
          <div className={styles.checks}>
            {matchBy.map(({ value, label }) => (
              <label key={value}>
                <input type="checkbox" name={`match.${value}`} value="1" defaultChecked={values[`match.${value}`] === '1'} /> {label}
              </label>
            ))}
          </div>
          {errors.matchBy ? (
            <p id="match-error" className={fields.error}>
              {errors.matchBy.join('. ')}
            </p>
          ) : (
            <p id="match-hint" className={styles.hint}>
              {words.matchHint}
            </p>
          )}
        </fieldset>
      </div>
      <div className={styles.foot}>
        <a href={back} className={`${buttons.button} ${buttons.large} ${styles.leave}`}>
          {words.back}
        </a>
        <SubmitButton label={words.check} pending={pending} />
      </div>
    </form>
  );
}
