'use client';

import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './dialog.module.css';

interface DialogProps {
  open: boolean;
  /** After Esc, a press beside the dialog, or its own buttons. */
  onClose: () => void;
  title: ReactNode;
  /** `panel` stands at the right edge, over the page. */
  shape?: 'box' | 'wide' | 'panel';
  children: ReactNode;
}

/** A modal window of the platform: it keeps the focus, gives it back, and closes on Esc. On phones it fills the screen. */
export function Dialog({ open, onClose, title, shape = 'box', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const { current } = dialog;
    if (open && current && !current.open) current.showModal();
    if (!open && current?.open) current.close();
  }, [open]);

  function onClick(event: MouseEvent<HTMLDialogElement>) {
    if (event.target === dialog.current) dialog.current.close();
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog without our help
    <dialog ref={dialog} onClose={onClose} onClick={onClick} className={`${styles.dialog} ${styles[shape]}`} aria-labelledby={id}>
      <div className={styles.inside}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {open ? children : null}
      </div>
    </dialog>
  );
}
