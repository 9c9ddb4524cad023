'use client';

import buttons from '@/components/form/button.module.css';
import { FormMessage } from '@/components/form/form-message';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { type FormAction, useKeptForm } from '@/components/form/use-kept-form';
import type { FormState } from '@/lib/entry/form-state';
import styles from './payments.module.css';

interface PaymentFormProps {
  action: FormAction;
  initial: FormState;
  methods: { value: string; label: string }[];
  words: Record<'day' | 'amount' | 'method' | 'note' | 'add', string>;
}

export function PaymentForm({ action, initial, methods, words }: PaymentFormProps) {
  const { state, pending, attributes } = useKeptForm(action, initial);
  const { values, errors } = state;
  return (
    <form {...attributes} className={styles.form}>
      {state.code === 'validation' ? null : <FormMessage message={state.message} />}
      <input type="hidden" name="order" value={values.order} />
      <input type="hidden" name="version" value={values.version} />
      <TextField name="day" type="date" label={words.day} defaultValue={values.day} errors={errors.day} />
      <TextField name="amount" label={words.amount} inputMode="decimal" defaultValue={values.amount} errors={errors.amount} />
      <SelectField name="method" label={words.method} options={methods} defaultValue={values.method} errors={errors.method} />
      <TextField name="note" label={words.note} defaultValue={values.note} errors={errors.note} />
      <button type="submit" className={`${buttons.button} ${buttons.large}`} aria-disabled={pending}>
        {words.add}
      </button>
    </form>
  );
}
