'use client';

import styles from './line-editor.module.css';
import { type LineField, type TypedLine, typedTotal } from './line-values';
import type { OrderFormWords } from './order-form-words';

interface LineRowProps {
  line: TypedLine;
  index: number;
  errors: Record<string, string[]>;
  words: OrderFormWords;
  vatRates: { value: string; label: string }[];
  amount: (minor: number) => string;
  edit: (index: number, field: LineField, text: string) => void;
  remove: () => void;
}

const inputs = [
  { field: 'product', word: 'product', mode: undefined },
  { field: 'sku', word: 'sku', mode: undefined },
  { field: 'quantity', word: 'quantity', mode: 'decimal' },
  { field: 'unit', word: 'unit', mode: undefined },
  { field: 'price', word: 'price', mode: 'decimal' },
  { field: 'discount', word: 'discount', mode: 'decimal' },
] as const;

export function LineRow({ line, index, errors, words, vatRates, amount, edit, remove }: LineRowProps) {
  const total = typedTotal(line);
  const wrong = (field: LineField) => errors[`items.${index}.${field}`];
  return (
    <tr>
      {inputs.map(({ field, word, mode }) => {
        const name = `items.${index}.${field}`;
        const bad = wrong(field);
        return (
          <td key={field} data-column={field} data-word={words[word]}>
            <input
              id={name}
              name={name}
              value={line[field]}
              onChange={(event) => edit(index, field, event.target.value)}
              inputMode={mode}
              placeholder={field === 'quantity' ? '1' : undefined}
              autoComplete="off"
              aria-label={`${words[word]}, ${words.line} ${index + 1}`}
              aria-invalid={bad ? true : undefined}
              aria-describedby={bad ? `${name}-error` : undefined}
              className={styles.cell}
            />
            {bad ? (
              <p id={`${name}-error`} className={styles.error}>
                {bad.join('. ')}
              </p>
            ) : null}
          </td>
        );
      })}
      <td data-column="vat_rate" data-word={words.vat}>
        <select
          name={`items.${index}.vat_rate`}
          value={line.vat_rate}
          onChange={(event) => edit(index, 'vat_rate', event.target.value)}
          aria-label={`${words.vat}, ${words.line} ${index + 1}`}
          className={styles.cell}
        >
          {vatRates.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </td>
      <td data-column="sum" className="num">
        {line.price.trim() === '' || total === undefined ? '' : amount(total)}
      </td>
      <td data-column="remove">
        <button
          type="button"
          className={styles.remove}
          onClick={remove}
          aria-label={`${words.removeLine} ${index + 1}`}
          title={words.removeLine}
          data-needs-script=""
        >
          ×
        </button>
      </td>
    </tr>
  );
}
