'use client';

import { useEffect, useRef } from 'react';
import buttons from '@/components/form/button.module.css';
import notes from '@/components/states/note.module.css';
import styles from './connection-form.module.css';
import { CopyField } from './copy-field';
import type { Shown } from './form-state';

export type ShownWords = Record<'shownTitle' | 'shownText' | 'goOn' | 'copied', string>;

/** Addresses and secrets that are to be taken over now: they are not shown again. */
export function ShownOnce({ shown, words }: { shown: Shown; words: ShownWords }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.form}>
      <div role="status" className={notes.ok}>
        <h2 ref={heading} tabIndex={-1} className={styles.shown}>
          {words.shownTitle}
        </h2>
        <p>{words.shownText}</p>
      </div>
      {shown.rows.map(({ name, label, value, copy }) => (
        <CopyField key={name} id={`shown-${name}`} label={label} value={value} copy={copy} copied={words.copied} />
      ))}
      <div>
        <a href={shown.href} className={`${buttons.primary} ${buttons.large}`}>
          {words.goOn}
        </a>
      </div>
    </div>
  );
}
