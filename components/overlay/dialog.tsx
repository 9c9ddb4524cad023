'use client';

import { IconX } from '@tabler/icons-react';
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './dialog.module.css';

interface DialogProps {
  open: boolean;
  /** After Esc, a press beside the dialog, or its own buttons. */
  onClose: () => void;
  title: ReactNode;
  /** `panel` stands at the right edge, over the page. */
  shape?: 'box' | 'wide' | 'panel';
  /** Names the × at the corner; without it the dialog closes by its own buttons and Esc. */
  closeLabel?: string;
  children: ReactNode;
}

/** A modal window of the platform: it keeps the focus, gives it back, and closes on Esc. On phones it fills the screen. */
export function Dialog({ open, onClose, title, shape = 'box', closeLabel, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();

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
    <dialog ref={dialog} onClose={onClose} onClick={onClick} className={`${styles.dialog} ${styles[shape]}`} aria-labelledby={heading}>
      <div className={styles.inside}>
        <div className={styles.head}>
          <h2 id={heading} className={styles.title}>
            {title}
          </h2>
          {closeLabel ? (
            <button
              type="button"
              className={styles.close}
              aria-label={closeLabel}
              title={closeLabel}
              onClick={() => dialog.current?.close()}
            >
              <IconX size={16} stroke={1.6} aria-hidden="true" />
            </button>
          ) : null}
        </div>
        {open ? children : null}
      </div>
    </dialog>
  );
}
