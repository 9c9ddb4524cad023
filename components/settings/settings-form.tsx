'use client';

import { FormMessage } from '@/components/form/form-message';
import { SelectField } from '@/components/form/select-field';
import { StaleNotice } from '@/components/form/stale-notice';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { type FormAction, useKeptForm } from '@/components/form/use-kept-form';
import type { FormState } from '@/lib/entry/form-state';
import { ChoiceField } from './choice-field';
import styles from './settings.module.css';

export interface SettingsField {
  name: string;
  label: string;
  type?: 'text' | 'password' | 'number';
  hint?: string;
  autoComplete?: string;
  inputMode?: 'numeric' | 'tel' | 'email';
  maxLength?: number;
  /** A choice from a list, or from a few with a sentence for each. */
  options?: { value: string; label: string }[];
  choices?: { value: string; label: string; text?: string }[];
}

interface SettingsFormProps {
  action: FormAction;
  initial: FormState;
  /** Fields in groups; those of a group stand beside each other where there is room. */
  groups: { title?: string; fields: SettingsField[] }[];
  submit: string;
  /** For a form that may lose a race: where what is saved stands, and the words for it. */
  stale?: { href: string; words: Record<'stale' | 'staleNow' | 'saveAnyway' | 'openCurrent', string> };
}

/** A column of fields that is saved on its own. Passwords do not come back. */
export function SettingsForm({ action, initial, groups, submit, stale }: SettingsFormProps) {
  const { state, pending, attributes } = useKeptForm(action, initial);
  const { values, errors } = state;
  const toldByField = Object.keys(errors).length > 0;
  function control({ options, choices, type = 'text', ...field }: SettingsField) {
    const shared = { errors: errors[field.name], defaultValue: type === 'password' ? '' : values[field.name] };
    if (choices) return <ChoiceField key={field.name} {...field} {...shared} choices={choices} />;
    if (options) return <SelectField key={field.name} {...field} {...shared} options={options} />;
    return <TextField key={field.name} {...field} {...shared} type={type} />;
  }
  return (
    <form {...attributes} className={styles.form}>
      {stale ? <StaleNotice stale={state.stale} href={stale.href} words={stale.words} /> : null}
      {toldByField || state.stale ? null : <FormMessage message={state.message} />}
      {['id', 'version'].map((name) => (values[name] ? <input key={name} type="hidden" name={name} value={values[name]} /> : null))}
      {groups.map(({ title, fields }) => (
        <div key={fields[0]?.name} className={styles.group}>
          {title ? <h2 className={styles.groupTitle}>{title}</h2> : null}
          {fields.map(control)}
        </div>
      ))}
      <div>
        <SubmitButton label={submit} pending={pending} />
      </div>
    </form>
  );
}
