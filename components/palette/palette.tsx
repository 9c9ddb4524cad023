'use client';

import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { pressKey } from '@/components/keyboard/keys';
import styles from './palette.module.css';
import { readRecent } from './recent';

/** Rest in typing before it is asked, ms. */
const rest = 80;

/** What the open page offers, by the keys on its buttons. */
export interface PageAct {
  key: string;
  label: string;
}

export interface PaletteQuery {
  text: string;
  /** Addresses of the cards looked at last. */
  recent: string[];
  acts: PageAct[];
}

export interface PaletteProps {
  open: boolean;
  onClose: () => void;
  words: Record<'palette' | 'paletteHint', string>;
  /** The options, written by the server in the user's language. */
  find: (query: PaletteQuery) => Promise<ReactNode>;
}

/** The buttons of the page under the palette. */
function pageActs(): PageAct[] {
  const buttons = [...document.querySelectorAll<HTMLElement>('#content [data-key]')].filter((one) => /^[A-Z]$/.test(one.dataset.key ?? ''));
  return buttons.flatMap((button) => {
    const words = button.cloneNode(true) as HTMLElement;
    for (const key of words.querySelectorAll('kbd')) key.remove();
    const label = (button.getAttribute('aria-label') ?? words.textContent ?? '').trim();
    return button.dataset.key && label ? [{ key: button.dataset.key, label }] : [];
  });
}

/** Go to, make, find, do: one field for all of it. The server finds and words, this moves the mark. */
export function Palette({ open, onClose, words, find }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const acts = useRef<PageAct[]>([]);
  const turn = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [options, setOptions] = useState<ReactNode>(null);
  const [active, setActive] = useState('');

  const ask = useCallback(
    async (text: string) => {
      turn.current += 1;
      const own = turn.current;
      const found = await find({ text, recent: readRecent(), acts: acts.current }).catch(() => null);
      if (own === turn.current) setOptions(found);
    },
    [find],
  );

  useEffect(() => {
    const { current } = dialog;
    if (!open || !current || current.open) return;
    acts.current = pageActs();
    current.showModal();
    input.current?.focus();
    input.current?.select();
    void ask(input.current?.value ?? '');
  }, [open, ask]);

  // New options: the first of them is marked.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options are read from the page
  useEffect(() => mark(0), [options]);

  function all(): HTMLElement[] {
    return [...(list.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
  }
  function mark(at: number) {
    const every = all();
    const chosen = every[(at + every.length) % (every.length || 1)];
    for (const option of every) option.setAttribute('aria-selected', String(option === chosen));
    chosen?.scrollIntoView({ block: 'nearest' });
    setActive(chosen?.id ?? '');
  }
  function marked(): HTMLElement | undefined {
    return all().find((option) => option.id === active);
  }
  /** Presses an option as a link of the page, so that a form may ask before it is left. */
  function go(option: HTMLElement | undefined, href?: string) {
    if (!option) return;
    if (href) option.setAttribute('href', href);
    option.click();
  }
  function onType(text: string) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void ask(text), rest);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const option = marked();
    const at = all().indexOf(option as HTMLElement);
    if (event.key === 'ArrowDown') mark(at + 1);
    else if (event.key === 'ArrowUp') mark(at - 1);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) go(option, option?.dataset.new);
    else if (event.key === 'Enter') go(option);
    else if (event.key === 'Tab' && !event.shiftKey) {
      event.currentTarget.value = '>';
      onType('>');
    } else return;
    event.preventDefault();
  }
  function onClick(event: MouseEvent<HTMLDialogElement>) {
    if (event.target === dialog.current) dialog.current.close();
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="option"]') : null;
    if (!option || event.ctrlKey || event.metaKey) return;
    dialog.current?.close();
    if (option.dataset.press) pressKey(option.dataset.press);
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys, Esc closes a dialog without our help
    <dialog ref={dialog} className={styles.palette} aria-label={words.palette} onClose={onClose} onClick={onClick}>
      <div className={styles.field}>
        <IconSearch size={18} stroke={1.6} aria-hidden="true" />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-options"
          aria-activedescendant={active || undefined}
          aria-label={words.palette}
          placeholder={words.paletteHint}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id="palette-options" role="listbox" aria-label={words.palette} className={styles.options}>
        {options}
      </div>
    </dialog>
  );
}
