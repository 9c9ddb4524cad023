'use client';

import { FormMessage } from '@/components/form/form-message';
import { SelectField } from '@/components/form/select-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { type FormAction, useKeptForm } from '@/components/form/use-kept-form';
import type { FormState } from '@/lib/entry/form-state';
import styles from './settings.module.css';

type Options = { value: string; label: string }[];

export type SettingsField = {
  name: string;
  label: string;
  type?: 'text' | 'password';
  hint?: string;
  autoComplete?: string;
  options?: Options;
};

interface SettingsFormProps {
  action: FormAction;
  initial: FormState;
  fields: SettingsField[];
  submit: string;
}

/** A short column of fields that is saved on its own. Passwords do not come back. */
export function SettingsForm({ action, initial, fields, submit }: SettingsFormProps) {
  const { state, pending, attributes } = useKeptForm(action, initial);
  const { values, errors } = state;
  const toldByField = Object.keys(errors).length > 0;
  return (
    <form {...attributes} className={styles.form}>
      {toldByField ? null : <FormMessage message={state.message} />}
      {values.version ? <input type="hidden" name="version" value={values.version} /> : null}
      {fields.map(({ options, type, ...field }) =>
        options ? (
          <SelectField key={field.name} {...field} options={options} defaultValue={values[field.name]} errors={errors[field.name]} />
        ) : (
          <TextField
            key={field.name}
            {...field}
            type={type ?? 'text'}
            defaultValue={type === 'password' ? '' : values[field.name]}
            errors={errors[field.name]}
          />
        ),
      )}
      <div>
        <SubmitButton label={submit} pending={pending} />
      </div>
    </form>
  );
}
