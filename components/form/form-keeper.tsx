'use client';

import { IconDeviceFloppy } from '@tabler/icons-react';
import { lazy, type Ref, type RefObject, Suspense, useEffect, useImperativeHandle, useState } from 'react';
import { createPortal } from 'react-dom';
import { Dialog } from '@/components/overlay/dialog';
import notes from '@/components/states/note.module.css';
import type { FormState } from '@/lib/entry/form-state';
import type { EntryWords } from '@/lib/i18n/entry-words';
import { fill } from '@/lib/i18n/fill';
import buttons from './button.module.css';
import styles from './form-keeper.module.css';
import { useDraft } from './use-draft';
import { useLeaveGuard } from './use-leave-guard';

const SignInAgain = lazy(() => import('./sign-in-again').then((file) => ({ default: file.SignInAgain })));
const MergeDialog = lazy(() => import('@/components/merge/merge-dialog').then((file) => ({ default: file.MergeDialog })));

/** Answers null, or why not. */
export type SignInAgainAction = (userId: number, password: string) => Promise<{ code: string; message: string } | null>;

/** Whose form it is, and how he signs in again. */
export interface FormOwner {
  userId: number;
  name: string;
  signInAgain: SignInAgainAction;
}

export interface KeeperHandle {
  /** The record is saved: no draft is left, and nothing stands in the way. */
  saved: () => void;
  /** Away by a link; the draft stays. */
  leaveBy: (link: HTMLAnchorElement | null | undefined) => void;
}

interface FormKeeperProps {
  ref: Ref<KeeperHandle>;
  form: RefObject<HTMLFormElement | null>;
  formId: string;
  owner: FormOwner;
  record: string;
  state: FormState;
  pending: boolean;
  watched: unknown;
  words: EntryWords;
  leaveText: string;
  again: () => void;
  restore: (values: Record<string, string>) => void;
}

/** «14:07», and the day when it is not today's. */
function clock(at: number): string {
  const time = new Intl.DateTimeFormat('ru', { hour: 'numeric', minute: '2-digit' }).format(at).replace(/^0(?=\d:)/, '');
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return isToday ? time : `${new Intl.DateTimeFormat('ru', { day: '2-digit', month: '2-digit' }).format(at)}, ${time}`;
}

/** Sees to it that nothing typed is lost: the draft, the question before leaving, a session that ended, a save that came second. */
export function FormKeeper({
  ref,
  form,
  formId,
  owner,
  record,
  state,
  pending,
  watched,
  words,
  leaveText,
  again,
  restore,
}: FormKeeperProps) {
  const version = state.values.version ?? '';
  const draft = useDraft({ form, userId: owner.userId, record, version, watched, restore });
  const guard = useLeaveGuard(draft.isDirty);
  /** The answer whose window was closed. */
  const [closed, setClosed] = useState(0);
  const [head, setHead] = useState<HTMLElement | null>(null);
  useEffect(() => setHead(document.getElementById('form-note')), []);

  useImperativeHandle(ref, () => ({
    saved: draft.forget,
    leaveBy: (link) => {
      if (link && draft.keepNow()) guard.leave(link);
      else link?.click();
    },
  }));

  const open = closed !== state.attempt;
  const close = () => setClosed(state.attempt);
  const offer = state.stale?.offer;
  return (
    <>
      {head && draft.savedAt !== undefined
        ? createPortal(
            <span className={styles.note} role="status">
              <IconDeviceFloppy size={14} stroke={1.6} aria-hidden="true" />
              {fill(words.draft.saved, { time: clock(draft.savedAt) })}
            </span>,
            head,
          )
        : null}
      {draft.offered ? (
        <div className={`${notes.warn} ${notes.strip} ${styles.offer}`} role="status">
          <span>
            {fill(words.draft.offer, { time: clock(draft.offered.at) })}
            {draft.offered.version !== version ? ` ${words.draft.older}` : null}
          </span>
          <span className={styles.ways}>
            <button type="button" className={buttons.button} onClick={draft.resume}>
              {words.draft.resume}
            </button>
            <button type="button" className={buttons.plain} onClick={draft.drop}>
              {words.draft.drop}
            </button>
          </span>
        </div>
      ) : null}
      <Dialog open={guard.asking} onClose={guard.stay} title={words.leave.title}>
        <p>{leaveText}</p>
        <div className={styles.foot}>
          <button
            type="button"
            className={buttons.button}
            onClick={() => {
              draft.keepNow();
              guard.leave();
            }}
          >
            {words.leave.go}
          </button>
          <button type="button" className={buttons.primary} onClick={guard.stay}>
            {words.leave.stay}
          </button>
        </div>
      </Dialog>
      <Suspense>
        {open && state.code === 'unauthorized' ? (
          <SignInAgain owner={owner} words={words.session} pending={pending} onClose={close} onSignedIn={again} />
        ) : null}
        {open && offer ? (
          <MergeDialog
            key={state.attempt}
            offer={offer}
            version={state.stale?.version ?? 0}
            formId={formId}
            pending={pending}
            words={words.merge}
            onClose={close}
          />
        ) : null}
      </Suspense>
    </>
  );
}
