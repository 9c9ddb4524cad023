'use client';

import { type ComponentType, useEffect, useState } from 'react';
import { closeMenu } from '@/components/keyboard/close-menu';
import type { DownloadProgressProps } from './download-progress';

/** What is told of a download; sentences with `{…}` are filled in here. */
export type DownloadWords = Record<
  'waiting' | 'preparing' | 'progress' | 'of' | 'stop' | 'done' | 'doneSum' | 'stopped' | 'failed' | 'rows',
  string
>;

interface DownloadWatchProps {
  words: DownloadWords;
  locale: string;
  symbol: string;
}

/** A name nobody else can guess; `crypto.randomUUID` is missing on plain http. */
function newTicket(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function downloadLink(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0 || !(event.target instanceof Element)) return null;
  return event.target.closest<HTMLAnchorElement>('a[data-export]');
}

/** Gives every download that is begun a ticket by which it is followed; the browser itself loads the file. */
export function DownloadWatch({ words, locale, symbol }: DownloadWatchProps) {
  const [followed, setFollowed] = useState<{ ticket: string; title: string }[]>([]);
  const [Progress, setProgress] = useState<ComponentType<DownloadProgressProps>>();

  useEffect(() => {
    function onClick(event: MouseEvent) {
      const link = downloadLink(event);
      const href = link?.getAttribute('href');
      if (!link || !href) return;
      const ticket = newTicket();
      link.setAttribute('href', `${href}&ticket=${ticket}`);
      // The browser has followed it by then.
      setTimeout(() => link.setAttribute('href', href));
      closeMenu();
      setFollowed((before) => [...before, { ticket, title: link.dataset.export ?? '' }]);
      void import('./download-progress').then(({ DownloadProgress }) => setProgress(() => DownloadProgress));
    }
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, []);

  if (!Progress) return null;
  return followed.map(({ ticket, title }) => (
    <Progress
      key={ticket}
      ticket={ticket}
      title={title}
      words={words}
      locale={locale}
      symbol={symbol}
      onEnd={() => setFollowed((before) => before.filter((one) => one.ticket !== ticket))}
    />
  ));
}
