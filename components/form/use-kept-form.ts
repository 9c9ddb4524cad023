'use client';

import { type FormEvent, useActionState, useEffect, useRef, useState, useTransition } from 'react';
import type { FormState } from '@/lib/entry/form-state';

export type FormAction<S extends FormState = FormState> = (previous: S, data: FormData) => Promise<S>;

interface Keeping {
  /** Told when the server does not answer; without it the page's own «error» is shown. */
  lost?: string;
  /** The record is saved and the next page on its way. */
  onSaved?: () => void;
}

/** A saved form goes on to another page, which Next tells by throwing. */
function goesOn(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'digest' in error && String(error.digest).startsWith('NEXT_REDIRECT');
}

function textsOf(data: FormData): Record<string, string> {
  return Object.fromEntries([...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/**
 * A form whose answer keeps everything typed. With JavaScript the fields are never reset (React resets a form
 * after its action) and the first bad one gets the focus; without it the form posts as usual.
 */
export function useKeptForm<S extends FormState>(action: FormAction<S>, initial: S, { lost, onSaved }: Keeping = {}) {
  // Answers the form that was posted without scripts, or before they were there.
  const [posted, post] = useActionState<S, FormData>(action as (previous: Awaited<S>, data: FormData) => Promise<S>, initial as Awaited<S>);
  const [answered, setAnswered] = useState<S>();
  const [pending, start] = useTransition();
  /** Grows when other values are put into the form, so that its fields are made anew. */
  const [generation, setGeneration] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const sent = useRef<FormData>(undefined);
  const state = answered ?? posted;

  useEffect(() => {
    if (state.attempt === initial.attempt) return;
    const bad = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (bad ?? form.current?.querySelector<HTMLElement>('[data-form-message]'))?.focus();
  }, [state, initial.attempt]);

  function send(data: FormData) {
    sent.current = data;
    start(async () => {
      try {
        setAnswered(await action(state, data));
      } catch (error) {
        if (goesOn(error)) onSaved?.();
        if (goesOn(error) || lost === undefined) throw error;
        const refusal = { errors: {}, message: lost, code: 'lost', id: null, stale: null };
        setAnswered({ ...state, ...refusal, values: textsOf(data), attempt: state.attempt + 1 });
      }
    });
  }
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    send(new FormData(event.currentTarget, submitter));
  }
  return {
    state,
    pending,
    generation,
    form,
    /** Sends what was sent last once more. */
    again: () => {
      if (sent.current) send(sent.current);
    },
    /** Puts other values in the place of those in the form. */
    replace: (values: Record<string, string>) => {
      setAnswered({ ...state, values, errors: {}, message: null, code: null, id: null, stale: null, attempt: state.attempt + 1 });
      setGeneration(generation + 1);
    },
    attributes: { ref: form, action: post, onSubmit, noValidate: true },
  };
}
