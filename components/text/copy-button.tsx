'use client';

import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState, useSyncExternalStore } from 'react';
import buttons from '@/components/form/button.module.css';

const never = () => () => undefined;

interface CopyButtonProps {
  value: string;
  words: Record<'copy' | 'copied', string>;
}

/** Puts a value on the clipboard. Without JavaScript, or where the browser forbids it, there is no button. */
export function CopyButton({ value, words }: CopyButtonProps) {
  const able = useSyncExternalStore(
    never,
    () => Boolean(navigator.clipboard),
    () => false,
  );
  const [copied, setCopied] = useState(false);
  if (!able) return null;
  async function copy() {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(setCopied, 2000, false);
  }
  const Shape = copied ? IconCheck : IconCopy;
  return (
    <>
      <button type="button" className={`${buttons.plain} ${buttons.square}`} aria-label={words.copy} title={words.copy} onClick={copy}>
        <Shape size={16} stroke={1.6} aria-hidden="true" />
      </button>
      <span role="status" className="hidden">
        {copied ? words.copied : ''}
      </span>
    </>
  );
}
