'use client';

import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { showToast } from '@/components/toast/show-toast';
import toasts from '@/components/toast/toasts.module.css';
import { fill } from '@/lib/i18n/fill';
import styles from './download-progress.module.css';
import type { DownloadWords } from './download-watch';
import { type DownloadState, followDownload, stopDownload } from './follow-download';

export interface DownloadProgressProps {
  ticket: string;
  /** What is downloaded. */
  title: string;
  words: DownloadWords;
  locale: string;
  symbol: string;
  onEnd: () => void;
}

type Wording = Pick<DownloadProgressProps, 'words' | 'locale' | 'symbol'>;

/** The number in a sentence as people of a language write it. */
function grouped(sentence: string, n: number, locale: string): string {
  return sentence.replace(String(n), new Intl.NumberFormat(locale).format(n));
}

function endWords({ rows, sum_minor: sum }: DownloadState, { words, locale, symbol }: Wording): string {
  if (sum === null) return grouped(fill(words.done, { n: rows }, locale), rows, locale);
  const money = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(sum / 100);
  return grouped(fill(words.doneSum, { n: rows, sum: '{sum}' }, locale), rows, locale).replace('{sum}', `${money}\u00a0${symbol}`);
}

function stateWords({ state, rows, total }: DownloadState, { words, locale }: Wording): string {
  if (state === 'waiting') return words.waiting;
  if (total === null && rows === 0) return words.preparing;
  const number = new Intl.NumberFormat(locale);
  if (total === null) return grouped(fill(words.rows, { n: rows }, locale), rows, locale);
  return fill(words.of, { rows: number.format(rows), total: number.format(total) }, locale);
}

/** A toast with how far a download has come, and the way to stop it; at its end an ordinary one says what it was. */
export function DownloadProgress({ ticket, title, words, locale, symbol, onEnd }: DownloadProgressProps) {
  const [now, setNow] = useState<DownloadState>({ state: 'waiting', rows: 0, total: null, sum_minor: null });
  const place = useRef(document.querySelector('[data-toasts]'));
  const latest = useRef({ words, locale, symbol, onEnd });
  latest.current = { words, locale, symbol, onEnd };

  useEffect(() => {
    const left = new AbortController();
    void followDownload(ticket, left.signal, (state) => {
      if (left.signal.aborted) return;
      setNow(state);
      const { words, onEnd } = latest.current;
      if (state.state === 'waiting' || state.state === 'running') return;
      if (state.state === 'done') showToast({ text: endWords(state, latest.current) });
      else showToast({ text: state.state === 'cancelled' ? words.stopped : words.failed, bad: state.state === 'failed' || undefined });
      onEnd();
    });
    return () => left.abort();
  }, [ticket]);

  if (!place.current) return null;
  const told = stateWords(now, { words, locale, symbol });
  const label = fill(words.progress, { title }, locale);
  return createPortal(
    <div className={`${toasts.toast} ${styles.running}`} aria-live="off">
      <span className={styles.what}>
        {label}
        <span className={styles.rows}>{told}</span>
        <progress
          className={styles.bar}
          max={now.total ?? undefined}
          value={now.total === null ? undefined : Math.min(now.rows, now.total)}
          aria-label={label}
        />
      </span>
      <button type="button" className={toasts.undo} onClick={() => void stopDownload(ticket)}>
        {words.stop}
      </button>
    </div>,
    place.current,
  );
}
