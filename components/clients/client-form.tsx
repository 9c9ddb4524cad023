'use client';

import { type ComparedField, isCompared } from '@/components/duplicates/similar';
import { SimilarNote } from '@/components/duplicates/similar-note';
import { useSimilar } from '@/components/duplicates/use-similar';
import buttons from '@/components/form/button.module.css';
import { FormMessage } from '@/components/form/form-message';
import styles from '@/components/form/form-page.module.css';
import { StaleNotice } from '@/components/form/stale-notice';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea, TextField } from '@/components/form/text-field';
import { type FormAction, useKeptForm } from '@/components/form/use-kept-form';
import type { FormState } from '@/lib/entry/form-state';

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
  | 'stale'
  | 'staleNow'
  | 'saveAnyway'
  | 'openCurrent'
  | 'takenBy',
  string
> & { same: Record<ComparedField, string> };

interface ClientFormProps {
  action: FormAction;
  initial: FormState;
  words: ClientFormWords;
  back: string;
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
export function ClientForm({ action, initial, words, back }: ClientFormProps) {
  const { state, pending, attributes } = useKeptForm(action, initial);
  const { similar, listeners } = useSimilar();
  const { values, errors } = state;
  const taken = state.code === 'email_taken' && state.id !== null;
  function noteFor(name: string) {
    if (!isCompared(name)) return undefined;
    const found = errors[name] || (taken && name === 'email') ? undefined : similar.find(({ field }) => field === name);
    return found ? <SimilarNote lead={words.same[name]} similar={found} /> : null;
  }
  return (
    <form {...attributes} {...listeners} className={styles.form}>
      {['id', 'version', 'form_key'].map((name) =>
        values[name] ? <input key={name} type="hidden" name={name} value={values[name]} /> : null,
      )}
      <div className={`${styles.body} ${styles.narrow}`}>
        <StaleNotice stale={state.stale} href={back} words={words} />
        {state.stale || taken ? null : <FormMessage message={Object.keys(errors).length > 0 ? words.fix : state.message} />}
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
      <div className={styles.foot}>
        <span className={styles.total} />
        <a href={back} className={`${buttons.plain} ${buttons.large}`}>
          {words.cancel}
        </a>
        <SubmitButton label={words.save} pending={pending} />
      </div>
    </form>
  );
}
