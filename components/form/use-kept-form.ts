'use client';

import { type FormEvent, startTransition, useActionState, useEffect, useRef } from 'react';
import type { FormState } from '@/lib/entry/form-state';

export type FormAction<S extends FormState = FormState> = (previous: S, data: FormData) => Promise<S>;

/**
 * A form whose answer keeps everything typed. With JavaScript the fields are never reset (React resets a form
 * after its action) and the first bad one gets the focus; without it the form posts as usual.
 */
export function useKeptForm<S extends FormState>(action: FormAction<S>, initial: S) {
  const [state, dispatch, pending] = useActionState<S, FormData>(
    action as (previous: Awaited<S>, data: FormData) => Promise<S>,
    initial as Awaited<S>,
  );
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (state.attempt === initial.attempt) return;
    const bad = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (bad ?? form.current?.querySelector<HTMLElement>('[data-form-message]'))?.focus();
  }, [state, initial.attempt]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    startTransition(() => dispatch(data));
  }

  return { state, pending, attributes: { ref: form, action: dispatch, onSubmit, noValidate: true } };
}
