'use client';

import { type SyntheticEvent, useRef, useState } from 'react';
import { isCompared, type Similar } from './similar';

/** Rest in typing before it is asked, ms. */
const rest = 500;

/** Who else has what is being typed: asked after a pause and on leaving the field, and never in the way of typing. */
export function useSimilar() {
  const [similar, setSimilar] = useState<Similar[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const turn = useRef(0);
  const typing = useRef(false);

  async function ask(form: HTMLFormElement) {
    clearTimeout(timer.current);
    typing.current = false;
    turn.current += 1;
    const own = turn.current;
    const found = await import('./ask-similar').then(({ askSimilar }) => askSimilar(form)).catch(() => undefined);
    if (found && own === turn.current) setSimilar(found);
  }

  return {
    similar,
    listeners: {
      onInput: (event: SyntheticEvent<HTMLFormElement>) => {
        if (!(event.target instanceof HTMLInputElement) || !isCompared(event.target.name)) return;
        const form = event.currentTarget;
        typing.current = true;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void ask(form), rest);
      },
      onBlur: (event: SyntheticEvent<HTMLFormElement>) => {
        if (typing.current) void ask(event.currentTarget);
      },
    },
  };
}
