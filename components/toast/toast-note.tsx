'use client';

import { IconArrowBackUp, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Toast } from '@/lib/entry/toast-cookie';
import styles from './toasts.module.css';

export type ToastWords = Record<'undo' | 'close', string>;

/** How long a toast stays, ms. */
const stay = 10_000;

interface ToastNoteProps {
  toast: Toast;
  words: ToastWords;
  undo: (data: FormData) => Promise<void>;
  onClose: () => void;
}

/** One toast; it waits while it is pointed at or has the focus, and a problem waits for ever. */
export function ToastNote({ toast, words, undo, onClose }: ToastNoteProps) {
  const [held, setHeld] = useState(false);
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    if (held || toast.bad) return undefined;
    const timer = setTimeout(() => close.current(), stay);
    return () => clearTimeout(timer);
  }, [held, toast.bad]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it from leaving
    <div
      className={toast.bad ? `${styles.toast} ${styles.bad}` : styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.text}>{toast.text}</span>
      {toast.operation || toast.group ? (
        <form action={undo} onSubmit={() => onClose()}>
          <input type="hidden" name={toast.group ? 'group' : 'operation'} value={toast.group ?? toast.operation} />
          <button type="submit" className={styles.undo} data-undo="">
            <IconArrowBackUp size={16} stroke={1.6} aria-hidden="true" />
            {words.undo}
          </button>
        </form>
      ) : null}
      <button type="button" className={styles.close} aria-label={words.close} title={words.close} onClick={onClose} data-needs-script="">
        <IconX size={16} stroke={1.6} aria-hidden="true" />
      </button>
    </div>
  );
}
