'use client';

import { type ChangeEvent, useState } from 'react';
import { Field } from '@/components/form/field';
import fields from '@/components/form/field.module.css';
import { FormMessage } from '@/components/form/form-message';
import { SubmitButton } from '@/components/form/submit-button';
import { type FormAction, useKeptForm } from '@/components/form/use-kept-form';
import type { FormState } from '@/lib/entry/form-state';
import styles from './settings.module.css';

interface LogoFormProps {
  action: FormAction;
  initial: FormState;
  /** Bytes: a larger picture is not sent at all. */
  limit: number;
  words: { label: string; hint: string; upload: string; tooLarge: string };
}

/** A picture to be chosen and sent. */
export function LogoForm({ action, initial, limit, words }: LogoFormProps) {
  const { state, pending, attributes } = useKeptForm(action, initial);
  const [large, setLarge] = useState(false);
  function onChange(event: ChangeEvent<HTMLInputElement>) {
    const tooLarge = (event.target.files?.[0]?.size ?? 0) > limit;
    setLarge(tooLarge);
    if (tooLarge) event.target.value = '';
  }
  const errors = large ? [words.tooLarge] : state.errors.logo;
  return (
    <form {...attributes} className={styles.form}>
      {state.errors.logo ? null : <FormMessage message={state.message} />}
      <Field id="logo" label={words.label} hint={words.hint} errors={errors}>
        {(described) => (
          <input
            name="logo"
            type="file"
            accept="image/png,image/jpeg"
            className={`${fields.input} ${styles.file}`}
            onChange={onChange}
            {...described}
          />
        )}
      </Field>
      <div>
        <SubmitButton label={words.upload} pending={pending} large={false} />
      </div>
    </form>
  );
}
