'use client';

import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { allRows, currentRow, focusRow, openerOf } from './list-rows';
import styles from './quick-look.module.css';

/** Rest on a row before it is looked at, ms: whoever runs down the list looks where he stops. */
const rest = 90;

export type QuickLookWords = Record<'look' | 'close' | 'up' | 'down' | 'open', string>;

interface QuickLookProps {
  words: QuickLookWords;
  /** A record's short card, written by the server. */
  look: (id: number) => Promise<ReactNode>;
}

/** A record beside its list: `Space` opens it, the arrows lead it along, the focus stays in the table. */
export function QuickLook({ words, look }: QuickLookProps) {
  const [id, setId] = useState<number>();
  const [card, setCard] = useState<ReactNode>(null);
  const turn = useRef(0);
  const open = id !== undefined;

  useEffect(() => {
    function idOf(row: HTMLTableRowElement | undefined): number | undefined {
      return row ? Number(row.dataset.row) : undefined;
    }
    function onLook() {
      setId((before) => (before === undefined ? idOf(currentRow()) : undefined));
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    function onFocus() {
      clearTimeout(timer);
      timer = setTimeout(() => setId((before) => (before === undefined ? before : (idOf(currentRow()) ?? before))), rest);
    }
    document.addEventListener('quick-look', onLook);
    document.addEventListener('focusin', onFocus);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('quick-look', onLook);
      document.removeEventListener('focusin', onFocus);
    };
  }, []);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Escape' || document.querySelector('dialog[open], :popover-open')) return;
      event.preventDefault();
      setId(undefined);
    }
    if (!open) return undefined;
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [open]);

  useEffect(() => {
    for (const row of allRows()) row.toggleAttribute('data-looked', Number(row.dataset.row) === id);
    if (id === undefined) return;
    turn.current += 1;
    const own = turn.current;
    void look(id).then(
      (found) => own === turn.current && setCard(found),
      () => own === turn.current && setId(undefined),
    );
  }, [id, look]);

  function step(by: 1 | -1) {
    const rows = allRows();
    const next = rows[rows.findIndex((row) => Number(row.dataset.row) === id) + by];
    if (next) {
      setId(Number(next.dataset.row));
      focusRow(next);
    }
  }
  if (!open) return null;
  const row = allRows().find((one) => Number(one.dataset.row) === id);
  return (
    <aside className={styles.look} aria-label={words.look} data-quick-look="">
      <div className={styles.keys}>
        <button type="button" className={styles.step} aria-label={words.up} title={words.up} onClick={() => step(-1)}>
          <IconChevronUp size={16} stroke={1.6} aria-hidden="true" />
        </button>
        <button type="button" className={styles.step} aria-label={words.down} title={words.down} onClick={() => step(1)}>
          <IconChevronDown size={16} stroke={1.6} aria-hidden="true" />
        </button>
        <button type="button" className={styles.step} aria-label={words.close} title={words.close} onClick={() => setId(undefined)}>
          <IconX size={16} stroke={1.6} aria-hidden="true" />
        </button>
      </div>
      <div className={styles.card} aria-live="polite">
        {card}
      </div>
      <div className={styles.foot}>
        <a href={openerOf(row)?.href} className={styles.open}>
          {words.open} <kbd>Enter</kbd>
        </a>
      </div>
    </aside>
  );
}
