'use client';

import { type KeyboardEvent, useRef } from 'react';
import buttons from '@/components/form/button.module.css';
import styles from './line-editor.module.css';
import { LineRow } from './line-row';
import { blankLine, type LineField, type TypedLine } from './line-values';
import type { OrderFormWords } from './order-form-words';

interface LineEditorProps {
  lines: TypedLine[];
  change: (lines: TypedLine[]) => void;
  errors: Record<string, string[]>;
  words: OrderFormWords;
  vatRates: { value: string; label: string }[];
  amount: (minor: number) => string;
}

/** The goods of an order: plain rows of fields; Enter goes to the next line and makes one after the last. */
export function LineEditor({ lines, change, errors, words, vatRates, amount }: LineEditorProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const focusRow = (index: number) =>
    requestAnimationFrame(() => body.current?.rows[index]?.querySelector<HTMLInputElement>('input')?.focus());

  function edit(index: number, field: LineField, text: string) {
    change(lines.map((line, at) => (at === index ? { ...line, [field]: text } : line)));
  }
  function addLine() {
    change([...lines, blankLine()]);
    focusRow(lines.length);
  }
  function onKeyDown(event: KeyboardEvent<HTMLTableSectionElement>) {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const row = event.target.closest('tr');
    const index = row ? row.sectionRowIndex : lines.length - 1;
    if (index === lines.length - 1) addLine();
    else focusRow(index + 1);
  }

  return (
    <>
      <table className={styles.lines}>
        <caption className="hidden">{words.lines}</caption>
        <thead>
          <tr>
            {(
              [
                ['product', 'product'],
                ['sku', 'sku'],
                ['quantity', 'quantity'],
                ['unit', 'unit'],
                ['price', 'price'],
                ['discount', 'discount'],
                ['vat', 'vat'],
                ['sum', 'sum'],
              ] as const
            ).map(([key, name]) => (
              <th key={key} scope="col" data-column={name}>
                {words[key]}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {lines.map((line, index) => (
            <LineRow
              key={line.key}
              line={line}
              index={index}
              errors={errors}
              words={words}
              vatRates={vatRates}
              amount={amount}
              edit={edit}
              remove={() => change(lines.length > 1 ? lines.filter((_, at) => at !== index) : [blankLine()])}
            />
          ))}
        </tbody>
      </table>
      <button type="button" className={buttons.button} onClick={addLine} data-needs-script="">
        + {words.addLine}
      </button>
    </>
  );
}
