'use client';

import { type KeyboardEvent, lazy, Suspense, useId, useRef, useState } from 'react';
import type { ClientChoice } from '@/components/clients/client-choice';
import { ClientField } from '@/components/clients/client-field';
import type { ClientFormWords } from '@/components/clients/client-form';
import type { ClientMadeState } from '@/components/clients/client-panel';
import buttons from '@/components/form/button.module.css';
import { FixNote } from '@/components/form/fix-note';
import { FormKeeper, type FormOwner, type KeeperHandle } from '@/components/form/form-keeper';
import { FormMessage } from '@/components/form/form-message';
import styles from '@/components/form/form-page.module.css';
import { StaleNotice } from '@/components/form/stale-notice';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea, TextField } from '@/components/form/text-field';
import { useHydrated } from '@/components/form/use-hydrated';
import { type FormAction, useKeptForm } from '@/components/form/use-kept-form';
import type { FormState } from '@/lib/entry/form-state';
import type { EntryWords } from '@/lib/i18n/entry-words';
import type { Locale } from '@/lib/i18n/locale';
import { LineEditor } from './line-editor';
import { isBlankLine, type TypedLine, typedLines } from './line-values';
import type { OrderFormWords } from './order-form-words';
import { OrderSide, type StatusOption, useSums } from './order-side';

const ClientPanel = lazy(() => import('@/components/clients/client-panel').then((file) => ({ default: file.ClientPanel })));

export interface OrderFormState extends FormState {
  clients: ClientChoice[];
}

export interface OrderFormProps {
  action: FormAction<OrderFormState>;
  addClient: FormAction<ClientMadeState>;
  initial: OrderFormState;
  owner: FormOwner;
  locale: Locale;
  symbol: string;
  statuses: StatusOption[];
  vatRates: { value: string; label: string }[];
  words: OrderFormWords;
  entry: EntryWords;
  clientWords: ClientFormWords;
  /** Where «Отмена» leads: the order's card, or the list. */
  back: string;
}

/** The client of a form's values: among those the server found, or as a draft kept him. */
function clientIn(
  { client, client_name, client_line }: Record<string, string>,
  choices: readonly ClientChoice[],
): ClientChoice | undefined {
  const known = choices.find(({ id }) => String(id) === client);
  return known ?? (client && client_name ? { id: Number(client), name: client_name, line: client_line ?? '' } : undefined);
}

/** One form to add and to edit an order. */
export function OrderForm({ action, addClient, initial, owner, back, ...setting }: OrderFormProps) {
  const { locale, symbol, statuses, vatRates, words, entry, clientWords } = setting;
  const formId = useId();
  const keeper = useRef<KeeperHandle>(null);
  const away = useRef<HTMLAnchorElement>(null);
  const saveNew = useRef<HTMLButtonElement>(null);
  const hydrated = useHydrated();
  const onSaved = () => keeper.current?.saved();
  const { state, pending, generation, form, again, replace, attributes } = useKeptForm(action, initial, { lost: entry.lost, onSaved });
  const [lines, setLines] = useState<TypedLine[]>(() => typedLines(state.values));
  const [client, setClient] = useState(() => clientIn(state.values, state.clients));
  /** What was looked for, while a new client is filled in. */
  const [creating, setCreating] = useState<string>();
  const [attempt, setAttempt] = useState(state.attempt);
  if (attempt !== state.attempt) {
    setAttempt(state.attempt);
    setLines(typedLines(state.values));
    setClient(clientIn(state.values, state.clients));
  }
  const { values, errors, stale } = state;
  const format = new Intl.NumberFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const amount = (minor: number) => format.format(minor / 100);
  const { totalMinor, pieces } = useSums(lines, { entry, locale });
  const merging = hydrated && stale?.offer !== undefined;
  const clientId = client ? String(client.id) : '';
  const isNew = !values.id;

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.defaultPrevented || (event.target instanceof Element && event.target.closest('dialog'))) return;
    if ((event.code === 'Enter' || event.code === 'NumpadEnter') && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.currentTarget.requestSubmit(event.shiftKey ? saveNew.current : null);
    } else if (event.key === 'Escape') keeper.current?.leaveBy(away.current);
  }
  return (
    <>
      <FormKeeper
        ref={keeper}
        form={form}
        formId={formId}
        owner={owner}
        record={`order:${values.id ?? 'new'}`}
        state={state}
        pending={pending}
        watched={JSON.stringify([clientId, lines])}
        words={entry}
        leaveText={entry.leave.order}
        again={again}
        restore={(draft) => replace({ ...(values.id ? { id: values.id } : {}), ...draft })}
      />
      <form {...attributes} id={formId} onKeyDown={onKeyDown} className={styles.form}>
        {/* Enter in any field presses the first button of a form. */}
        <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true">
          {words.save}
        </button>
        {['id', 'version', 'form_key', 'repeat_of'].map((name) =>
          values[name] ? <input key={name} type="hidden" name={name} value={values[name]} /> : null,
        )}
        <div key={generation} className={styles.columns}>
          <div className={styles.body}>
            {merging ? <FormMessage message={entry.merge.pending} /> : <StaleNotice stale={stale} href={back} words={words} />}
            {stale ? null : <FormMessage message={Object.keys(errors).length > 0 ? words.fix : state.message} />}
            <div className={styles.top}>
              <ClientField
                client={client}
                onChoose={setClient}
                onCreate={setCreating}
                choices={state.clients}
                typed={values.client_search ?? ''}
                errors={errors.client}
                words={words}
                entry={entry}
              />
              <div className={styles.days}>
                <TextField name="due_day" type="date" label={words.due} defaultValue={values.due_day} errors={errors.due_day} />
                {isNew ? null : (
                  <TextField
                    name="shipped_day"
                    type="date"
                    label={words.shipped}
                    defaultValue={values.shipped_day}
                    errors={errors.shipped_day}
                  />
                )}
              </div>
            </div>
            <section>
              <div className={styles.title}>
                <h2>{words.lines}</h2>
                <span className="muted" data-needs-script="">
                  {entry.hint}
                </span>
                {isNew && client ? (
                  <a
                    href={`/orders/new?client=${client.id}&repeat=last`}
                    className={styles.aside}
                    data-leaves={lines.every(isBlankLine) ? '' : undefined}
                  >
                    {entry.repeatLast}
                  </a>
                ) : null}
              </div>
              {errors.items ? <FormMessage message={errors.items.join('. ')} /> : null}
              <LineEditor
                lines={lines}
                change={setLines}
                errors={errors}
                words={words}
                entry={entry}
                vatRates={vatRates}
                amount={amount}
                client={clientId}
              />
            </section>
            <TextArea name="description" label={words.description} rows={3} defaultValue={values.description} errors={errors.description} />
          </div>
          <OrderSide
            lines={lines}
            client={clientId}
            isNew={isNew}
            statuses={statuses}
            status={values.status ?? 'Pending'}
            words={words}
            entry={entry}
            locale={locale}
            amount={amount}
            symbol={symbol}
          />
        </div>
        <div className={styles.foot}>
          <a ref={away} href={back} className={`${buttons.plain} ${buttons.large}`}>
            {words.cancel}
          </a>
          <span className={styles.total} data-needs-script="">
            <small>{pieces}</small>
            <b className="num">
              {amount(totalMinor)} <span className="muted">{symbol}</span>
            </b>
          </span>
          <FixNote errors={errors} text={words.fixCount} />
          {isNew ? (
            <button
              ref={saveNew}
              type="submit"
              name="intent"
              value="save_new"
              className={`${buttons.button} ${buttons.large}`}
              aria-disabled={pending}
            >
              {words.saveNew}
            </button>
          ) : null}
          <SubmitButton label={words.save} pending={pending} hint="Ctrl Enter" />
        </div>
      </form>
      {creating === undefined ? null : (
        <Suspense>
          <ClientPanel
            typed={creating}
            action={addClient}
            title={entry.newClientTitle}
            words={clientWords}
            lost={entry.lost}
            owner={owner}
            session={entry.session}
            onClose={() => setCreating(undefined)}
            onMade={(made) => {
              setCreating(undefined);
              setClient(made);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
