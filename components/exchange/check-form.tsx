'use client';

import { IconCheck, IconX } from '@tabler/icons-react';
import { useActionState } from 'react';
import buttons from '@/components/form/button.module.css';
import styles from './check-form.module.css';

/** What a look at the other side has shown, in words. */
export interface CheckState {
  ok: boolean;
  title: string;
  lines: { ok: boolean; text: string }[];
}

interface CheckFormProps {
  id: number;
  action: (previous: CheckState | null, data: FormData) => Promise<CheckState>;
  words: Record<'check' | 'checking' | 'yes' | 'no', string>;
}

/** The button that looks at the other side, and what it saw. */
export function CheckForm({ id, action, words }: CheckFormProps) {
  const [state, send, pending] = useActionState(action, null);
  return (
    <form action={send} className={styles.check}>
      <input type="hidden" name="id" value={id} />
      <button type="submit" className={buttons.button} aria-disabled={pending}>
        {pending ? words.checking : words.check}
      </button>
      <div role="status">
        {state && !pending ? (
          <>
            <p className={styles.title}>{state.title}</p>
            <ul>
              {state.lines.map(({ ok, text }) => (
                <li key={text} className={styles.line} data-ok={ok}>
                  {ok ? (
                    <IconCheck size={16} stroke={1.6} aria-label={words.yes} />
                  ) : (
                    <IconX size={16} stroke={1.6} aria-label={words.no} />
                  )}
                  {text}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </form>
  );
}
