'use client';

import buttons from '@/components/form/button.module.css';
import { FormMessage } from '@/components/form/form-message';
import { TextField } from '@/components/form/text-field';
import { type FormAction, useKeptForm } from '@/components/form/use-kept-form';
import type { FormState } from '@/lib/entry/form-state';
import styles from './reports.module.css';

interface ReportFormProps {
  action: FormAction;
  initial: FormState;
  periods: { value: string; label: string }[];
  words: Record<'from' | 'to' | 'make', string>;
}

export function ReportForm({ action, initial, periods, words }: ReportFormProps) {
  const { state, pending, attributes } = useKeptForm(action, initial);
  const { values, errors } = state;
  return (
    <form {...attributes} className={styles.form}>
      {state.code && state.code !== 'validation' ? <FormMessage message={state.message} /> : null}
      <TextField name="from" type="date" label={words.from} defaultValue={values.from} errors={errors.from} />
      <TextField name="to" type="date" label={words.to} defaultValue={values.to} errors={errors.to} />
      <button type="submit" className={`${buttons.primary} ${buttons.large}`} aria-disabled={pending}>
        {words.make}
      </button>
      <span className={styles.presets}>
        {periods.map(({ value, label }) => (
          <button
            key={value}
            type="submit"
            name="period"
            value={value}
            className={`${buttons.button} ${buttons.large}`}
            aria-disabled={pending}
          >
            {label}
          </button>
        ))}
      </span>
    </form>
  );
}
