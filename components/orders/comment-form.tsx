'use client';

import buttons from '@/components/form/button.module.css';
import { FormMessage } from '@/components/form/form-message';
import { TextArea } from '@/components/form/text-field';
import { type FormAction, useKeptForm } from '@/components/form/use-kept-form';
import type { FormState } from '@/lib/entry/form-state';
import styles from './order-parts.module.css';

interface CommentFormProps {
  action: FormAction;
  initial: FormState;
  words: Record<'text' | 'add', string>;
}

export function CommentForm({ action, initial, words }: CommentFormProps) {
  const { state, pending, attributes } = useKeptForm(action, initial);
  const { values, errors } = state;
  return (
    <form {...attributes} className={styles.form}>
      {state.code === 'validation' ? null : <FormMessage message={state.message} />}
      <input type="hidden" name="order" value={values.order} />
      <input type="hidden" name="form_key" value={values.form_key} />
      <TextArea name="text" label={words.text} rows={2} maxLength={4000} defaultValue={values.text} errors={errors.text} />
      <button type="submit" className={buttons.button} aria-disabled={pending}>
        {words.add}
      </button>
    </form>
  );
}
