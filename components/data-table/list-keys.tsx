'use client';

import { useEffect } from 'react';
import { isTyping, keyOf, pressKey } from '@/components/keyboard/keys';
import { allRows, currentRow, focusRow, openerOf, rememberRow, rowOf, tick, tickOf } from './list-rows';

/** Whether the space bar has something to do where it is pressed. */
function pressedBySpace(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, button, summary');
}

/** The keys of a list, and ticking a range with Shift. Rows stay plain HTML: all of it listens at the document. */
export function ListKeys({ letters }: { letters: boolean }) {
  useEffect(() => {
    let anchor: HTMLTableRowElement | undefined;

    function range(from: HTMLTableRowElement | undefined, to: HTMLTableRowElement): HTMLTableRowElement[] {
      const rows = allRows();
      const [a, b] = [rows.indexOf(from ?? to), rows.indexOf(to)].sort((one, other) => one - other);
      return rows.slice(a, (b ?? 0) + 1);
    }
    function move(step: 1 | -1, selecting: boolean) {
      const rows = allRows();
      const current = currentRow();
      const next = current ? rows[rows.indexOf(current) + step] : rows[step > 0 ? 0 : rows.length - 1];
      if (!next) return;
      if (selecting) {
        anchor ??= current ?? next;
        tick(range(anchor, next), true);
      } else anchor = undefined;
      focusRow(next);
    }
    function selectPage() {
      const rows = allRows();
      const all = rows.every((row) => tickOf(row)?.checked);
      if (all) document.querySelector<HTMLElement>('[data-select-found]')?.click();
      else tick(rows, true);
    }
    /** What a key does to the current row; whether it did. */
    function act(key: string, row: HTMLTableRowElement): boolean {
      if (key === 'X') tick([row], !tickOf(row)?.checked);
      else if (key === 'S') row.querySelector<HTMLElement>('[data-status-menu]')?.click();
      else if (key === 'E' && row.dataset.edit) location.assign(row.dataset.edit);
      else return false;
      return true;
    }
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open], :popover-open')) return;
      const key = keyOf(event);
      const control = event.ctrlKey || event.metaKey;
      const row = currentRow();
      if (control && key === 'A' && document.querySelector('input[name="ids"]')) selectPage();
      else if (control || event.altKey) return;
      else if (key === 'ArrowDown' || key === 'ArrowUp') move(key === 'ArrowDown' ? 1 : -1, event.shiftKey);
      else if (key === ' ' && row && !pressedBySpace(event.target)) document.dispatchEvent(new CustomEvent('quick-look'));
      else if (key === 'Delete' && row) {
        if (!document.querySelector('input[name="ids"]:checked')) tick([row], true);
        pressKey('Del');
      } else if (event.shiftKey && letters && key === 'F') pressKey('Shift F');
      else if (!letters || event.shiftKey || !row || !act(key, row)) return;
      event.preventDefault();
    }
    function onClick(event: MouseEvent) {
      const row = rowOf(event.target);
      if (!row) return;
      if (event.target instanceof HTMLInputElement && event.target === tickOf(row)) {
        if (event.shiftKey && anchor) tick(range(anchor, row), event.target.checked);
        anchor = row;
      } else if (event.target instanceof Element && event.target.closest('a') === openerOf(row)) rememberRow(row);
    }
    const leave = new AbortController();
    // Rows stand as cards where there is no mouse and little room.
    if (matchMedia('(pointer: coarse) and (width < 768px)').matches)
      void import('./row-gestures').then(({ followRowGestures }) => followRowGestures(leave.signal));
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('click', onClick, true);
    return () => {
      leave.abort();
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('click', onClick, true);
    };
  }, [letters]);

  return null;
}
