'use client';

import { IconGripVertical, IconMinus, IconPlus, IconTrash, IconX } from '@tabler/icons-react';
import type { PointerEvent } from 'react';
import type { EntryWords } from '@/lib/i18n/entry-words';
import { fill } from '@/lib/i18n/fill';
import styles from './line-editor.module.css';
import { isBlankLine, type LineField, stepQuantity, type TypedLine, typedTotal } from './line-values';
import type { OrderFormWords } from './order-form-words';
import { ProductCell } from './product-cell';
import type { ProductSuggestion } from './product-suggestion';

/** What all rows are given. */
export interface LineSetting {
  errors: Record<string, string[]>;
  words: OrderFormWords;
  entry: EntryWords;
  vatRates: { value: string; label: string }[];
  amount: (minor: number) => string;
  client: string;
}

interface LineRowProps extends LineSetting {
  line: TypedLine;
  index: number;
  dragged: boolean;
  opened: boolean;
  /** Only shown where there are no scripts. */
  spare: boolean;
  lineOf: (name: string) => number;
  edit: (index: number, values: Partial<TypedLine>) => void;
  choose: (index: number, product: ProductSuggestion | undefined) => void;
  remove: (index: number) => void;
  grip: (event: PointerEvent<HTMLElement>, index: number) => void;
}

const plain = [
  { field: 'sku', word: 'sku', mode: undefined, extra: true },
  { field: 'quantity', word: 'quantity', mode: 'decimal', extra: false },
  { field: 'unit', word: 'unit', mode: undefined, extra: true },
  { field: 'price', word: 'price', mode: 'decimal', extra: false },
  { field: 'discount', word: 'discount', mode: 'decimal', extra: true },
] as const;

export function LineRow({ line, index, dragged, opened, spare, lineOf, edit, choose, remove, grip, ...setting }: LineRowProps) {
  const { errors, words, entry, vatRates, amount, client } = setting;
  const total = typedTotal(line);
  const blank = isBlankLine(line);
  const n = index + 1;

  function attributes(field: LineField, word: string) {
    const name = `items.${index}.${field}`;
    const bad = errors[name];
    return {
      id: name,
      name,
      'aria-label': `${word}, ${words.line} ${n}`,
      'aria-invalid': bad ? (true as const) : undefined,
      'aria-describedby': bad ? `${name}-error` : undefined,
      className: styles.cell,
    };
  }
  function problem(field: LineField) {
    const bad = errors[`items.${index}.${field}`];
    return bad ? (
      <p id={`items.${index}.${field}-error`} className={styles.error}>
        {bad.join('. ')}
      </p>
    ) : null;
  }
  const step = (by: 1 | -1) => (
    <button
      type="button"
      tabIndex={-1}
      className={styles.step}
      aria-label={fill(by === 1 ? entry.more : entry.less, { n })}
      onClick={() => edit(index, { quantity: stepQuantity(line.quantity, by) })}
    >
      {by === 1 ? <IconPlus size={20} stroke={1.6} aria-hidden="true" /> : <IconMinus size={20} stroke={1.6} aria-hidden="true" />}
    </button>
  );
  return (
    <tr
      data-spare={spare ? '' : undefined}
      data-blank={blank ? '' : undefined}
      data-open={opened ? '' : undefined}
      data-dragged={dragged ? '' : undefined}
    >
      <td data-column="grip">
        <button
          type="button"
          tabIndex={-1}
          className={styles.grip}
          onPointerDown={(event) => grip(event, index)}
          aria-label={fill(entry.move, { n })}
          title="Alt ↑ ↓"
          data-needs-script=""
        >
          <IconGripVertical size={16} stroke={1.6} aria-hidden="true" />
        </button>
      </td>
      <td data-column="product" data-word={words.product}>
        <span className={styles.product}>
          <ProductCell
            {...attributes('product', words.product)}
            value={line.product}
            client={client}
            words={entry}
            lineOf={lineOf}
            onText={(product) => edit(index, { product })}
            onChoose={(product) => choose(index, product)}
          />
          {line.sku ? <small className={styles.sku}>{line.sku}</small> : null}
        </span>
        {problem('product')}
      </td>
      {plain.map(({ field, word, mode, extra }) => (
        <td key={field} data-column={field} data-word={words[word]} data-extra={extra ? '' : undefined}>
          <span className={field === 'quantity' ? styles.stepper : undefined}>
            {field === 'quantity' ? step(-1) : null}
            <input
              {...attributes(field, words[word])}
              value={line[field]}
              onChange={(event) => edit(index, { [field]: event.target.value })}
              onFocus={(event) => event.target.select()}
              inputMode={mode}
              placeholder={field === 'quantity' ? '1' : field === 'price' ? '0,00' : undefined}
              autoComplete="off"
            />
            {field === 'quantity' ? step(1) : null}
          </span>
          {problem(field)}
        </td>
      ))}
      <td data-column="vat_rate" data-word={words.vat} data-extra="">
        <select
          {...attributes('vat_rate', words.vat)}
          value={line.vat_rate}
          onChange={(event) => edit(index, { vat_rate: event.target.value })}
        >
          {vatRates.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        {problem('vat_rate')}
      </td>
      <td data-column="sum" className="num">
        {line.price.trim() === '' || total === undefined ? '' : amount(total)}
      </td>
      <td data-column="remove">
        <button
          type="button"
          tabIndex={-1}
          className={styles.remove}
          onClick={() => remove(index)}
          aria-label={`${words.removeLine} ${n}`}
          title={`${words.removeLine} (Ctrl Shift Backspace)`}
          data-needs-script=""
        >
          <IconX size={16} stroke={1.6} aria-hidden="true" className={styles.cross} />
          <IconTrash size={22} stroke={1.6} aria-hidden="true" className={styles.bin} />
        </button>
      </td>
    </tr>
  );
}
