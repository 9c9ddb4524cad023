'use client';

import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import field from '@/components/form/field.module.css';
import type { EntryWords } from '@/lib/i18n/entry-words';
import { fill } from '@/lib/i18n/fill';
import type { Locale } from '@/lib/i18n/locale';
import { LineStock } from './line-stock';
import { isBlankLine, type TypedLine, typedSums } from './line-values';
import type { OrderFormWords } from './order-form-words';
import { askOrderHints, type OrderHints } from './order-hints';
import styles from './order-side.module.css';
import { PreviousPrices } from './previous-prices';

/** Rest before a repeat is looked for, ms. */
const rest = 700;

const nothing: OrderHints = { similar: null, previous: {}, stock: {} };

/** A possible repeat, the client's last prices and what is in stock, asked for while an order is written. */
function useOrderHints(client: string, lines: readonly TypedLine[]): OrderHints {
  const [hints, setHints] = useState(nothing);
  const products = lines.filter((line) => !isBlankLine(line) && line.product.trim()).map((line) => line.product.trim());
  const asked = client && products.length > 0 ? JSON.stringify([client, products]) : '';
  const latest = useRef(asked);
  latest.current = asked;

  useEffect(() => {
    if (!asked) return setHints(nothing);
    const [who, what] = JSON.parse(asked) as [string, string[]];
    const timer = setTimeout(async () => {
      const found = await askOrderHints(who, what);
      if (found !== undefined && latest.current === asked) setHints(found);
    }, rest);
    return () => clearTimeout(timer);
  }, [asked]);
  return hints;
}

export interface StatusOption {
  value: string;
  label: string;
  shape: ReactNode;
}

interface OrderSideProps {
  lines: readonly TypedLine[];
  client: string;
  isNew: boolean;
  statuses: StatusOption[];
  status: string;
  words: OrderFormWords;
  entry: EntryWords;
  locale: Locale;
  amount: (minor: number) => string;
  symbol: string;
}

/** Thousandths as people read them. */
function shownCount(milli: number, locale: Locale): string {
  return new Intl.NumberFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', { maximumFractionDigits: 3 }).format(milli / 1000);
}

/** «4 позиции, 28 шт.». */
export function useSums(lines: readonly TypedLine[], { entry, locale }: Pick<OrderSideProps, 'entry' | 'locale'>) {
  const sums = typedSums(lines);
  return {
    totalMinor: sums.totalMinor,
    pieces: fill(entry.pieces, { n: sums.lines, count: shownCount(sums.quantityMilli, locale) }, locale),
  };
}

/** Beside the fields of an order: what it comes to, its status, a possible repeat, the keys. */
export function OrderSide({ lines, client, isNew, statuses, status, words, entry, locale, amount, symbol }: OrderSideProps) {
  const { totalMinor, pieces } = useSums(lines, { entry, locale });
  const hints = useOrderHints(client, lines);
  const similar = isNew ? hints.similar : null;
  const keys = [
    [entry.keys.next, 'Enter'],
    [entry.keys.duplicate, 'Ctrl D'],
    [entry.keys.remove, 'Ctrl Shift Backspace'],
    [entry.keys.move, 'Alt ↑ ↓'],
    [entry.keys.leave, 'Esc'],
  ];
  return (
    <div className={styles.side}>
      <div className={styles.sum} data-needs-script="">
        <span className="quiet">{words.total}</span>
        <b className="num" role="status">
          {amount(totalMinor)} <span className="muted">{symbol}</span>
        </b>
        <span className="quiet">{pieces}</span>
      </div>
      <fieldset className={styles.status}>
        <legend className={field.label}>{words.status}</legend>
        <div className={styles.segments}>
          {statuses.map(({ value, label, shape }) => (
            <label key={value} className={styles.segment}>
              <input type="radio" name="status" value={value} defaultChecked={value === status} />
              {shape} {label}
            </label>
          ))}
        </div>
      </fieldset>
      <div role="status">
        {similar ? (
          <div className={styles.similar}>
            <IconAlertTriangle size={16} stroke={1.6} aria-hidden="true" />
            <p>
              <b>{similar.title}</b>
              <br />
              {similar.text}
              <br />
              <a href={`/orders/${similar.id}`} target="_blank" rel="noreferrer">
                {similar.open}
              </a>
            </p>
          </div>
        ) : null}
      </div>
      <LineStock lines={lines} stock={hints.stock} words={entry.stock} count={(milli) => shownCount(milli, locale)} />
      <PreviousPrices lines={lines} previous={hints.previous} words={entry.previous} amount={amount} />
      <section className={styles.keys} data-needs-script="">
        <h2 className="muted">{entry.keys.title}</h2>
        <dl>
          {keys.map(([what, key]) => (
            <div key={key}>
              <dt>{what}</dt>
              <dd>
                <kbd>{key}</kbd>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
