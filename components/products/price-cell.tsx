'use client';

import { IconPencil } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, type ToggleEvent, useRef } from 'react';
import { Field } from '@/components/form/field';
import fields from '@/components/form/field.module.css';
import { FormMessage } from '@/components/form/form-message';
import { SubmitButton } from '@/components/form/submit-button';
import { type FormAction, useKeptForm } from '@/components/form/use-kept-form';
import type { FormState } from '@/lib/entry/form-state';
import styles from './price-cell.module.css';

interface PriceCellProps {
  id: number;
  action: FormAction;
  initial: FormState;
  /** The list, as it stands. */
  back: string;
  /** The price as the list shows it. */
  children: ReactNode;
  words: { change: string; price: string; note: string; save: string };
}

/** A price that opens into a small form in its place; without JavaScript, too. */
export function PriceCell({ id, action, initial, back, children, words }: PriceCellProps) {
  const { state, pending, attributes } = useKeptForm(action, initial);
  const box = useRef<HTMLDetailsElement>(null);
  const told = Object.keys(state.errors).length > 0;

  function onToggle(event: ToggleEvent<HTMLDetailsElement>) {
    if (event.newState === 'open') event.currentTarget.querySelector<HTMLInputElement>('input[name="price"]')?.select();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !box.current?.open) return;
    event.stopPropagation();
    box.current.open = false;
    box.current.querySelector('summary')?.focus();
  }
  return (
    <details ref={box} className={styles.box} open={state.attempt > 0 || undefined} onToggle={onToggle} onKeyDown={onKeyDown}>
      <summary className={styles.shown} title={words.change}>
        {children}
        <span className="hidden">, {words.change}</span>
        <IconPencil size={14} stroke={1.6} aria-hidden="true" className={styles.pencil} />
      </summary>
      <form {...attributes} className={styles.form}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={initial.values.version} />
        <input type="hidden" name="back" value={back} />
        {told ? null : <FormMessage message={state.message} />}
        <Field id={`price-${id}`} label={words.price} hint={words.note} errors={state.errors.price}>
          {(described) => (
            <input
              name="price"
              inputMode="decimal"
              autoComplete="off"
              className={fields.input}
              defaultValue={state.values.price}
              {...described}
            />
          )}
        </Field>
        <SubmitButton label={words.save} pending={pending} large={false} />
      </form>
    </details>
  );
}
