'use client';

import { usePathname } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Toast } from '@/lib/entry/toast-cookie';
import { onToast, takeToast } from './show-toast';
import { ToastNote, type ToastWords } from './toast-note';
import styles from './toasts.module.css';

const atMost = 3;

/** How often, and for how long after a form was sent, its toast is looked for, ms. */
const look = { every: 150, upTo: 10_000 };

interface ToastsProps {
  /** What the last answer had to say, already in the page. */
  first: Toast | undefined;
  words: ToastWords;
  undo: (data: FormData) => Promise<void>;
}

interface Shown extends Toast {
  key: number;
}

/** What has just happened, at the lower left, with the way back. */
export function Toasts({ first, words, undo }: ToastsProps) {
  const path = usePathname();
  const [shown, setShown] = useState<Shown[]>(() => (first ? [{ ...first, key: 0 }] : []));
  const count = useRef(0);

  const add = useCallback((toast: Toast | undefined) => {
    if (!toast) return;
    count.current += 1;
    const key = count.current;
    setShown((before) => [...before, { ...toast, key }].slice(-atMost));
  }, []);

  useEffect(() => {
    // The one that came with the page is shown already.
    takeToast();
    return onToast(add);
  }, [add]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every new page may have brought one
  useEffect(() => add(takeToast()), [path, add]);

  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    function onSubmit() {
      clearInterval(timer);
      const until = Date.now() + look.upTo;
      timer = setInterval(() => {
        const toast = takeToast();
        add(toast);
        if (toast || Date.now() > until) clearInterval(timer);
      }, look.every);
    }
    document.addEventListener('submit', onSubmit);
    return () => {
      clearInterval(timer);
      document.removeEventListener('submit', onSubmit);
    };
  }, [add]);

  const drop = useCallback((key: number) => setShown((before) => before.filter((toast) => toast.key !== key)), []);
  return (
    <div className={styles.toasts} role="status" aria-live="polite" data-toasts="">
      {shown.map((toast) => (
        <ToastNote key={toast.key} toast={toast} words={words} undo={undo} onClose={() => drop(toast.key)} />
      ))}
    </div>
  );
}
