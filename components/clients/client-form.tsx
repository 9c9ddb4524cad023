'use client';

import { type KeyboardEvent, lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { type ComparedField, isCompared } from '@/components/duplicates/similar';
import { SimilarNote } from '@/components/duplicates/similar-note';
import { useSimilar } from '@/components/duplicates/use-similar';
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
import type { EntryWords } from '@/lib/i18n/entry-words';
import type { ClientChoice } from './client-choice';
import type { ClientMadeState } from './client-panel';

const SignInAgain = lazy(() => import('@/components/form/sign-in-again').then((file) => ({ default: file.SignInAgain })));

export type ClientFormWords = Record<
  | 'last_name'
  | 'first_name'
  | 'middle_name'
  | 'company'
  | 'inn'
  | 'mobile_phone'
  | 'email'
  | 'address'
  | 'comment'
  | 'cancel'
  | 'save'
  | 'fix'
  | 'fixCount'
  | 'stale'
  | 'staleNow'
  | 'saveAnyway'
  | 'openCurrent'
  | 'takenBy',
  string
> & { same: Record<ComparedField, string> };

interface ClientFormProps {
  action: FormAction<ClientMadeState>;
  initial: ClientMadeState;
  words: ClientFormWords;
  /** Told when the server does not answer. */
  lost: string;
  /** The form of a page: where «Отмена» leads, and what keeps it from being lost. */
  page?: { back: string; record: string; owner: FormOwner; entry: EntryWords };
  /** The form beside another one, which goes on with the client that was made. */
  aside?: {
    onClose: () => void;
    onMade: (client: ClientChoice) => void;
    owner: FormOwner;
    session: EntryWords['session'];
  };
}

const fields = [
  [{ name: 'last_name' }, { name: 'first_name' }, { name: 'middle_name' }],
  [{ name: 'company' }, { name: 'inn', inputMode: 'numeric' }],
  [
    { name: 'mobile_phone', type: 'tel' },
    { name: 'email', type: 'email' },
  ],
  [{ name: 'address' }],
] as const;

/** One form to add and to edit a client. */
export function ClientForm({ action, initial, words, lost, page, aside }: ClientFormProps) {
  const formId = useId();
  const keeper = useRef<KeeperHandle>(null);
  const away = useRef<HTMLAnchorElement>(null);
  const hydrated = useHydrated();
  const onSaved = () => keeper.current?.saved();
  const { state, pending, generation, form, again, replace, attributes } = useKeptForm(action, initial, { lost, onSaved });
  const { similar, listeners } = useSimilar();
  const { values, errors, stale } = state;
  const taken = state.code === 'email_taken' && state.id !== null;
  const merging = hydrated && stale?.offer !== undefined;

  /** The answer whose window was closed. */
  const [closed, setClosed] = useState(0);
  const made = useRef(aside?.onMade);
  made.current = aside?.onMade;
  useEffect(() => {
    if (state.made) made.current?.(state.made);
  }, [state.made]);

  function noteFor(name: string) {
    if (!isCompared(name)) return undefined;
    const found = errors[name] || (taken && name === 'email') ? undefined : similar.find(({ field }) => field === name);
    return found ? <SimilarNote lead={words.same[name]} similar={found} /> : null;
  }
  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.defaultPrevented) return;
    if ((event.code === 'Enter' || event.code === 'NumpadEnter') && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
    else if (event.key === 'Escape' && page) keeper.current?.leaveBy(away.current);
  }
  return (
    <>
      {page ? (
        <FormKeeper
          ref={keeper}
          form={form}
          formId={formId}
          owner={page.owner}
          record={page.record}
          state={state}
          pending={pending}
          watched={null}
          words={page.entry}
          leaveText={page.entry.leave.client}
          again={again}
          restore={(draft) => replace({ ...(values.id ? { id: values.id } : {}), ...draft })}
        />
      ) : null}
      {aside && state.code === 'unauthorized' && closed !== state.attempt ? (
        <Suspense>
          <SignInAgain
            owner={aside.owner}
            words={aside.session}
            pending={pending}
            onClose={() => setClosed(state.attempt)}
            onSignedIn={again}
          />
        </Suspense>
      ) : null}
      <form {...attributes} {...listeners} id={formId} onKeyDown={onKeyDown} className={styles.form}>
        {['id', 'version', 'form_key'].map((name) =>
          values[name] ? <input key={name} type="hidden" name={name} value={values[name]} /> : null,
        )}
        <div key={generation} className={`${styles.body} ${styles.narrow} ${aside ? styles.beside : ''}`}>
          {merging ? null : <StaleNotice stale={stale} href={page?.back ?? ''} words={words} />}
          {merging && page ? <FormMessage message={page.entry.merge.pending} /> : null}
          {stale || taken ? null : <FormMessage message={Object.keys(errors).length > 0 ? words.fix : state.message} />}
          {taken ? (
            <div role="alert">
              <a href={`/clients/${state.id}`} target="_blank" rel="noreferrer">
                {words.takenBy}
              </a>
            </div>
          ) : null}
          {fields.map((group) => (
            <div key={group[0].name} className={styles.pair}>
              {group.map(({ name, ...input }) => (
                <TextField
                  key={name}
                  label={words[name]}
                  name={name}
                  {...input}
                  defaultValue={values[name]}
                  note={noteFor(name)}
                  errors={taken && name === 'email' ? [words.takenBy] : errors[name]}
                />
              ))}
            </div>
          ))}
          <TextArea name="comment" label={words.comment} rows={3} defaultValue={values.comment} errors={errors.comment} />
        </div>
        <div className={`${styles.foot} ${aside ? styles.besideFoot : ''}`}>
          <span className={styles.total} />
          <FixNote errors={errors} text={words.fixCount} />
          {page ? (
            <a ref={away} href={page.back} className={`${buttons.plain} ${buttons.large}`}>
              {words.cancel}
            </a>
          ) : (
            <button type="button" onClick={aside?.onClose} className={`${buttons.plain} ${buttons.large}`}>
              {words.cancel}
            </button>
          )}
          <SubmitButton label={words.save} pending={pending} hint="Ctrl Enter" />
        </div>
      </form>
    </>
  );
}
