/** A list's rows as its scripts find them: `<tr data-row="12" data-version="3" …>` around a link `[data-open]` and a tick. */
export function allRows(): HTMLTableRowElement[] {
  return [...document.querySelectorAll<HTMLTableRowElement>('tr[data-row]')];
}

export function rowOf(target: EventTarget | null): HTMLTableRowElement | undefined {
  return target instanceof Element ? (target.closest<HTMLTableRowElement>('tr[data-row]') ?? undefined) : undefined;
}

export function openerOf(row: HTMLTableRowElement | undefined): HTMLAnchorElement | undefined {
  return row?.querySelector<HTMLAnchorElement>('a[data-open]') ?? undefined;
}

export function tickOf(row: HTMLTableRowElement | undefined): HTMLInputElement | undefined {
  return row?.querySelector<HTMLInputElement>('input[name="ids"]') ?? undefined;
}

/** The row that has the focus. */
export function currentRow(): HTMLTableRowElement | undefined {
  return rowOf(document.activeElement);
}

/** Marks rows, and tells everybody who counts them. */
export function tick(rows: readonly (HTMLTableRowElement | undefined)[], checked: boolean): void {
  const boxes = rows.flatMap((row) => tickOf(row) ?? []);
  for (const box of boxes) box.checked = checked;
  boxes[0]?.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Gives a row the focus; it scrolls into sight, clear of the sticky edges. */
export function focusRow(row: HTMLTableRowElement | undefined): void {
  openerOf(row)?.focus();
}

const key = 'opened-row';

/** Remembers which row of a list was opened, for the way back. */
export function rememberRow(row: HTMLTableRowElement): void {
  try {
    sessionStorage.setItem(key, `${location.pathname}${location.search}#${row.dataset.row}`);
  } catch {
    // Without a storage the heading gets the focus.
  }
}

/** The row that was opened from the list at this address, if it stands here. */
export function rememberedRow(): HTMLTableRowElement | undefined {
  try {
    const kept = sessionStorage.getItem(key) ?? '';
    const [address, id] = kept.split('#');
    return address === location.pathname + location.search ? allRows().find((row) => row.dataset.row === id) : undefined;
  } catch {
    return undefined;
  }
}
