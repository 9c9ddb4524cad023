'use client';

import { type KeyboardEvent, useState } from 'react';
import type { ClientChoice } from '@/components/clients/client-choice';
import { ClientPicker } from '@/components/clients/client-picker';
import buttons from '@/components/form/button.module.css';
import { FormMessage } from '@/components/form/form-message';
import styles from '@/components/form/form-page.module.css';
import { SelectField } from '@/components/form/select-field';
import { StaleNotice } from '@/components/form/stale-notice';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea, TextField } from '@/components/form/text-field';
import { useKeptForm } from '@/components/form/use-kept-form';
import type { FormState } from '@/lib/entry/form-state';
import type { Locale } from '@/lib/i18n/locale';
import { LineEditor } from './line-editor';
import { type TypedLine, typedLines, typedTotal } from './line-values';
import type { OrderFormWords } from './order-form-words';

export interface OrderFormState extends FormState {
  clients: ClientChoice[];
}

type Options = { value: string; label: string }[];

export interface OrderFormProps {
  action: (previous: OrderFormState, data: FormData) => Promise<OrderFormState>;
  initial: OrderFormState;
  locale: Locale;
  symbol: string;
  statuses: Options;
  vatRates: Options;
  words: OrderFormWords;
  /** Where «Отмена» leads: the order's card, or the list. */
  back: string;
}

/** One form to add and to edit an order. */
export function OrderForm({ action, initial, locale, symbol, statuses, vatRates, words, back }: OrderFormProps) {
  const { state, pending, attributes } = useKeptForm(action, initial);
  const [lines, setLines] = useState<TypedLine[]>(() => typedLines(state.values));
  const [attempt, setAttempt] = useState(state.attempt);
  if (attempt !== state.attempt) {
    setAttempt(state.attempt);
    setLines(typedLines(state.values));
  }
  const { values, errors } = state;
  const format = new Intl.NumberFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const amount = (minor: number) => format.format(minor / 100);
  const total = lines.reduce((sum, line) => sum + (typedTotal(line) ?? 0), 0);
  const wrong = Object.keys(errors).length > 0;

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  }
  return (
    <form {...attributes} onKeyDown={onKeyDown} className={styles.form}>
      {/* Enter in any field presses the first button of a form. */}
      <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true">
        {words.save}
      </button>
      {['id', 'version', 'form_key'].map((name) =>
        values[name] ? <input key={name} type="hidden" name={name} value={values[name]} /> : null,
      )}
      <div className={styles.body}>
        <StaleNotice stale={state.stale} href={back} words={words} />
        {state.stale ? null : <FormMessage message={wrong ? words.fix : state.message} />}
        <ClientPicker
          key={`${state.attempt} ${values.client}`}
          choices={state.clients}
          chosen={values.client ?? ''}
          typed={values.client_search ?? ''}
          errors={errors.client}
          words={words}
        />
        <section>
          <div className={styles.title}>
            <h2>{words.lines}</h2>
            <span className="muted" data-needs-script="">
              {words.linesHint}
            </span>
          </div>
          {errors.items ? <FormMessage message={errors.items.join('. ')} /> : null}
          <LineEditor lines={lines} change={setLines} errors={errors} words={words} vatRates={vatRates} amount={amount} />
        </section>
        <div className={`${styles.pair} ${styles.narrow}`}>
          <SelectField name="status" label={words.status} options={statuses} defaultValue={values.status} errors={errors.status} />
          <TextField name="due_day" type="date" label={words.due} defaultValue={values.due_day} errors={errors.due_day} />
        </div>
        <div className={styles.narrow}>
          <TextArea name="description" label={words.description} rows={3} defaultValue={values.description} errors={errors.description} />
        </div>
      </div>
      <div className={styles.foot}>
        <span className={styles.total} data-needs-script="">
          {words.total}{' '}
          <b className="num" role="status">
            {amount(total)} {symbol}
          </b>
        </span>
        <a href={back} className={`${buttons.plain} ${buttons.large}`}>
          {words.cancel}
        </a>
        {values.id ? null : (
          <button type="submit" name="intent" value="save_new" className={`${buttons.button} ${buttons.large}`} aria-disabled={pending}>
            {words.saveNew}
          </button>
        )}
        <SubmitButton label={words.save} pending={pending} />
      </div>
    </form>
  );
}
