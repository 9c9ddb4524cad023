'use client';

import { FormMessage } from '@/components/form/form-message';
import { SelectField } from '@/components/form/select-field';
import { StaleNotice } from '@/components/form/stale-notice';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea, TextField } from '@/components/form/text-field';
import { type FormAction, useKeptForm } from '@/components/form/use-kept-form';
import type { ConnectionField, TopicGroup } from './connection-fields';
import styles from './connection-form.module.css';
import type { ConnectionFormState } from './form-state';
import { ShownOnce, type ShownWords } from './shown-once';
import { TableField } from './table-field';
import { TopicsField } from './topics-field';

export type ConnectionFormWords = ShownWords & Record<'topics' | 'more', string>;

/** So many fields that have a default stand folded. */
const manyFields = 3;

interface ConnectionFormProps {
  action: FormAction<ConnectionFormState>;
  initial: ConnectionFormState;
  fields: readonly ConnectionField[];
  /** Where events are chosen. */
  topics?: readonly TopicGroup[];
  submit: string;
  words: ConnectionFormWords;
  /** For a form that may lose a race: where what is saved stands, and the words for it. */
  stale?: { href: string; words: Record<'stale' | 'staleNow' | 'saveAnyway' | 'openCurrent', string> };
}

/** What a connection is set up by; after it was made, what is to be taken over into the other program. */
export function ConnectionForm({ action, initial, fields, topics, submit, words, stale }: ConnectionFormProps) {
  const { state, pending, attributes } = useKeptForm(action, initial);
  const { values, errors, shown } = state;
  if (shown) return <ShownOnce shown={shown} words={words} />;
  function control({ name, kind, label, hint, options = [], check, initial: preset }: ConnectionField) {
    const value = values[name] ?? preset;
    const shared = { name, label, hint, errors: errors[name], defaultValue: value };
    if (check)
      return (
        <div key={name}>
          <input type="hidden" name={name} value={check.off} />
          <label className={styles.check}>
            <input key={value} type="checkbox" name={name} value={check.on} defaultChecked={value === check.on || value === 'true'} />
            <span>
              {label}
              {hint ? <span className={styles.hint}>{hint}</span> : null}
            </span>
          </label>
        </div>
      );
    if (kind === 'table') return <TableField key={name} {...shared} options={options} values={values} />;
    if (kind === 'select') return <SelectField key={name} {...shared} options={options} />;
    if (kind === 'area') return <TextArea key={name} {...shared} />;
    if (kind === 'password') return <TextField key={name} {...shared} defaultValue="" type="password" autoComplete="new-password" />;
    return <TextField key={name} {...shared} type={kind === 'day' ? 'date' : 'text'} inputMode={name === 'url' ? 'url' : undefined} />;
  }
  const optional = fields.filter((field) => field.optional);
  const rare = optional.length >= manyFields ? optional : [];
  return (
    <form {...attributes} className={styles.form}>
      {stale ? <StaleNotice stale={state.stale} href={stale.href} words={stale.words} /> : null}
      {Object.keys(errors).length > 0 || state.stale ? null : <FormMessage message={state.message} />}
      {['id', 'version', 'kind', 'which'].map((name) =>
        values[name] ? <input key={name} type="hidden" name={name} value={values[name]} /> : null,
      )}
      {fields.filter((field) => !rare.includes(field)).map(control)}
      {rare.length > 0 ? (
        <details open={rare.some(({ name }) => errors[name])}>
          <summary className={styles.more}>{words.more}</summary>
          <div className={styles.rare}>{rare.map(control)}</div>
        </details>
      ) : null}
      {topics ? <TopicsField label={words.topics} groups={topics} values={values} errors={errors.topics} /> : null}
      <div>
        <SubmitButton label={submit} pending={pending} />
      </div>
    </form>
  );
}
