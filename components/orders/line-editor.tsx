'use client';

import { IconPlus } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, lazy, Suspense, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import buttons from '@/components/form/button.module.css';
import { useHydrated } from '@/components/form/use-hydrated';
import styles from './line-editor.module.css';
import { lineCommand } from './line-keys';
import { LineRow, type LineSetting } from './line-row';
import { appendLines, duplicateLine, isBlankLine, moveLine, removeLine, type TypedLine, withOneSpare } from './line-values';
import type { ProductSuggestion } from './product-suggestion';
import { useLineDrag } from './use-line-drag';

const PasteDialog = lazy(() => import('./paste-dialog').then((file) => ({ default: file.PasteDialog })));

interface LineEditorProps extends LineSetting {
  lines: TypedLine[];
  change: (lines: TypedLine[]) => void;
}

const columns = ['product', 'sku', 'quantity', 'unit', 'price', 'discount', 'vat', 'sum'] as const;
const extra = new Set<string>(['sku', 'unit', 'discount', 'vat']);

/** The fields of a row that can be seen, from left to right. */
function cellsOf(row: HTMLTableRowElement | undefined): HTMLElement[] {
  return [...(row?.querySelectorAll<HTMLElement>('input, select') ?? [])].filter((cell) => cell.offsetParent !== null);
}

function valuesOf(product: ProductSuggestion): Partial<TypedLine> {
  const { name, sku, unit, price, vat_rate } = product;
  return { product: name, sku, unit, price, vat_rate };
}

/** Whether something stands in the further columns that one line has and another has not. */
function hasParticulars(lines: readonly TypedLine[]): boolean {
  const filled = lines.filter((line) => !isBlankLine(line));
  return filled.some(({ discount }) => discount !== '') || new Set(filled.map(({ vat_rate }) => vat_rate)).size > 1;
}

/** The goods of an order, edited by keyboard alone: `ui.md` §5, «lines». */
export function LineEditor({ lines: all, change, ...setting }: LineEditorProps) {
  const { words, entry } = setting;
  const hydrated = useHydrated();
  const lines = hydrated ? withOneSpare(all) : all;
  const body = useRef<HTMLTableSectionElement>(null);
  const [detailed, setDetailed] = useState(() => hasParticulars(all));
  const [pasted, setPasted] = useState<string>();
  /** The blank line that was asked for where blank lines are not shown: on the phone. */
  const [opened, setOpened] = useState(0);
  const drag = useLineDrag((from, to) => change(moveLine(lines, from, to)));
  const filled = lines.findLastIndex((line) => !isBlankLine(line)) + 1;

  /** After a change of lines, once they stand on the page. */
  function focus(index: number, column: number | string, next?: TypedLine[]) {
    if (next)
      flushSync(() => {
        const shown = withOneSpare(next);
        setOpened(shown[index]?.key ?? 0);
        change(shown);
      });
    const cells = cellsOf(body.current?.rows[index]);
    const cell = typeof column === 'string' ? cells.find(({ id }) => id.endsWith(`.${column}`)) : cells.at(column);
    cell?.focus();
    cell?.scrollIntoView({ block: 'nearest' });
  }
  function edit(index: number, values: Partial<TypedLine>) {
    change(withOneSpare(lines.map((line, at) => (at === index ? { ...line, ...values } : line))));
  }
  function choose(index: number, product: ProductSuggestion | undefined) {
    const next = product ? lines.map((line, at) => (at === index ? { ...line, ...valuesOf(product) } : line)) : lines;
    focus(index, 'quantity', next);
  }
  function next(index: number, column: number, form: HTMLFormElement | null) {
    const isLast = column === cellsOf(body.current?.rows[index]).length - 1;
    const line = lines[index];
    if (line && isBlankLine(line) && index === lines.length - 1 && column === 0)
      form?.querySelector<HTMLElement>('[name="description"]')?.focus();
    else if (isLast) focus(index + 1, 0, lines);
    else focus(index, column + 1);
  }
  function onKeyDown(event: KeyboardEvent<HTMLTableSectionElement>) {
    const { target } = event;
    if (event.defaultPrevented || !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const row = target.closest('tr');
    const command = lineCommand(event);
    if (!row || !command) return;
    // A list of choices walks by arrows itself.
    if (target instanceof HTMLSelectElement && (command === 'up' || command === 'down')) return;
    event.preventDefault();
    const index = row.sectionRowIndex;
    const column = cellsOf(row).indexOf(target);
    if (command === 'next') next(index, column, target.form);
    else if (command === 'up' || command === 'down') focus(index + (command === 'up' ? -1 : 1), column);
    else if (command === 'duplicate') focus(index + 1, column, duplicateLine(lines, index));
    else if (command === 'remove') focus(Math.max(0, Math.min(index, lines.length - 2)), column, removeLine(lines, index));
    else {
      const to = index + (command === 'moveUp' ? -1 : 1);
      if (to >= 0 && to < filled && index < filled) focus(to, column, moveLine(lines, index, to));
    }
  }
  function onPaste(event: ClipboardEvent) {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]./.test(text.trim())) return;
    event.preventDefault();
    setPasted(text);
  }
  return (
    <>
      <table className={styles.lines} data-detailed={detailed ? '' : undefined}>
        <caption className="hidden">{words.lines}</caption>
        <thead>
          <tr>
            <td data-column="grip" />
            {columns.map((name) => (
              <th key={name} scope="col" data-column={name} data-extra={extra.has(name) ? '' : undefined}>
                {words[name]}
              </th>
            ))}
            <td data-column="remove" />
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown} onPaste={onPaste}>
          {lines.map((line, index) => (
            <LineRow
              key={line.key}
              {...setting}
              line={line}
              index={index}
              dragged={drag.dragged === index}
              opened={line.key === opened}
              spare={!hydrated && index > filled}
              lineOf={(name) => lines.findIndex((other, at) => at !== index && other.product.trim() === name) + 1}
              edit={edit}
              choose={choose}
              remove={(at) => change(withOneSpare(removeLine(lines, at)))}
              grip={drag.start}
            />
          ))}
        </tbody>
      </table>
      <div className={styles.ways} data-needs-script="">
        <button type="button" className={buttons.button} onClick={() => focus(filled, 0, lines)}>
          <IconPlus size={16} stroke={1.6} aria-hidden="true" /> {entry.addProduct}
        </button>
        <button type="button" className={buttons.plain} aria-pressed={detailed} onClick={() => setDetailed(!detailed)}>
          {entry.details}
        </button>
      </div>
      {pasted === undefined ? null : (
        <Suspense>
          <PasteDialog
            text={pasted}
            client={setting.client}
            words={words}
            entry={entry}
            onClose={() => setPasted(undefined)}
            onAdd={(added) => {
              setPasted(undefined);
              change(withOneSpare(appendLines(lines, added)));
            }}
          />
        </Suspense>
      )}
    </>
  );
}
