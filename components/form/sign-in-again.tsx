'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { Dialog } from '@/components/overlay/dialog';
import type { EntryWords } from '@/lib/i18n/entry-words';
import { fill } from '@/lib/i18n/fill';
import type { FormOwner } from './form-keeper';
import styles from './form-keeper.module.css';
import { SubmitButton } from './submit-button';
import { TextField } from './text-field';

interface SignInAgainProps {
  owner: FormOwner;
  words: EntryWords['session'];
  pending: boolean;
  onClose: () => void;
  onSignedIn: () => void;
}

/** The session has ended: the password alone brings it back, the form stays behind this window. */
export function SignInAgain({ owner, words, pending, onClose, onSignedIn }: SignInAgainProps) {
  const [problem, setProblem] = useState<string>();
  const [asking, start] = useTransition();

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (asking || pending) return;
    const password = String(new FormData(event.currentTarget).get('again_password') ?? '');
    start(async () => {
      const refusal = await owner.signInAgain(owner.userId, password).catch(() => ({ code: 'lost', message: words.wrong }));
      if (refusal) setProblem(refusal.code === 'bad_credentials' ? words.wrong : refusal.message);
      else onSignedIn();
    });
  }
  return (
    <Dialog open onClose={onClose} title={words.title}>
      <p>{words.text}</p>
      <form onSubmit={onSubmit} className={styles.fields} noValidate>
        <p className="quiet">{fill(words.user, { name: owner.name })}</p>
        <TextField
          name="again_password"
          type="password"
          label={words.password}
          autoComplete="current-password"
          errors={problem ? [problem] : undefined}
          autoFocus
        />
        <div className={styles.foot}>
          <SubmitButton label={words.go} pending={asking || pending} large={false} />
        </div>
      </form>
    </Dialog>
  );
}
