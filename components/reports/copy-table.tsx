'use client';

import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type MouseEvent, useState } from 'react';
import buttons from '@/components/form/button.module.css';

interface CopyTableProps {
  /** The table as text; where nothing can be put on the clipboard, it is opened to be copied by hand. */
  href: string;
  words: Record<'copy' | 'copied', string>;
}

async function textAt(href: string): Promise<Blob> {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`The table was not given: ${answer.status}`);
  return new Blob([await answer.text()], { type: 'text/plain' });
}

/** Puts the whole table on the clipboard, closed rows too. */
export function CopyTable({ href, words }: CopyTableProps) {
  const [copied, setCopied] = useState(false);
  async function copy(event: MouseEvent) {
    if (!navigator.clipboard || typeof ClipboardItem === 'undefined') return;
    event.preventDefault();
    try {
      // The promise goes in as it is: by the time the text is there, the press no longer counts as one.
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': textAt(href) })]);
      setCopied(true);
      setTimeout(setCopied, 2000, false);
    } catch {
      location.assign(href);
    }
  }
  const Shape = copied ? IconCheck : IconCopy;
  return (
    <>
      <a href={href} className={buttons.plain} onClick={copy}>
        <Shape size={16} stroke={1.6} aria-hidden="true" />
        {words.copy}
      </a>
      <span role="status" className="hidden">
        {copied ? words.copied : ''}
      </span>
    </>
  );
}
