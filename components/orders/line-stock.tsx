import { IconAlertTriangle } from '@tabler/icons-react';
import { parseDecimal, plainDecimal } from '@/lib/domain/money';
import type { TypedLine } from './line-values';
import styles from './order-side.module.css';

interface LineStockProps {
  lines: readonly TypedLine[];
  /** Thousandths that are there, by product name. */
  stock: Record<string, number>;
  words: Record<'title' | 'short', string>;
  count: (milli: number) => string;
}

function wanted({ quantity }: TypedLine): number {
  return quantity.trim() === '' ? 1000 : (parseDecimal(plainDecimal(quantity), 3) ?? 0);
}

/** What is there of the products of an order, with a mark where it wants more; two lines of one product want their sum. */
export function LineStock({ lines, stock, words, count }: LineStockProps) {
  const sums = new Map<string, number>();
  for (const line of lines) {
    const name = line.product.trim();
    if (stock[name] !== undefined) sums.set(name, (sums.get(name) ?? 0) + wanted(line));
  }
  if (sums.size === 0) return null;
  return (
    <section className={styles.previous} data-needs-script="">
      <h2 className="muted">{words.title}</h2>
      <ul>
        {[...sums].map(([name, sum]) => (
          <li key={name}>
            <span className={styles.product} title={name}>
              {name}
            </span>
            <span className="num">{count(stock[name] ?? 0)}</span>
            {sum > (stock[name] ?? 0) ? (
              <span className={styles.change}>
                <IconAlertTriangle size={13} stroke={1.6} aria-hidden="true" /> {words.short}
              </span>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
