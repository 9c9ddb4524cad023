'use client';

import { FormMessage } from '@/components/form/form-message';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { type FormAction, useKeptForm } from '@/components/form/use-kept-form';
import type { FormState } from '@/lib/entry/form-state';
import styles from './auth.module.css';

interface SetupFormProps {
  action: FormAction;
  initial: FormState;
  words: Record<'username' | 'password' | 'passwordHint' | 'code' | 'codeHint' | 'submit', string>;
}

export function SetupForm({ action, initial, words }: SetupFormProps) {
  const { state, pending, attributes } = useKeptForm(action, initial);
  const { values, errors } = state;
  return (
    <form {...attributes} className={styles.form}>
      <FormMessage message={state.message} />
      <TextField name="code" label={words.code} hint={words.codeHint} required defaultValue={values.code} errors={errors.code} />
      <TextField
        name="username"
        label={words.username}
        autoComplete="username"
        required
        defaultValue={values.username}
        errors={errors.username}
      />
      <TextField
        name="password"
        type="password"
        label={words.password}
        hint={words.passwordHint}
        autoComplete="new-password"
        required
        errors={errors.password}
      />
      <SubmitButton label={words.submit} pending={pending} wide />
    </form>
  );
}
