'use client';

import { FormMessage } from '@/components/form/form-message';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { type FormAction, useKeptForm } from '@/components/form/use-kept-form';
import type { FormState } from '@/lib/entry/form-state';
import styles from './auth.module.css';

interface SignInFormProps {
  action: FormAction;
  initial: FormState;
  words: Record<'username' | 'password' | 'submit', string>;
}

export function SignInForm({ action, initial, words }: SignInFormProps) {
  const { state, pending, attributes } = useKeptForm(action, initial);
  const failed = state.code !== null;
  return (
    <form {...attributes} className={styles.form}>
      <FormMessage message={state.message} />
      <input type="hidden" name="next" value={state.values.next ?? ''} />
      <TextField
        name="username"
        label={words.username}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        autoFocus={!failed}
        defaultValue={state.values.username}
        errors={state.errors.username}
      />
      <TextField
        name="password"
        type="password"
        label={words.password}
        autoComplete="current-password"
        required
        autoFocus={failed}
        errors={state.errors.password}
      />
      <SubmitButton label={words.submit} pending={pending} wide />
    </form>
  );
}
