import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import { parseDecimal, plainDecimal } from '@/lib/domain/money';
import type { TypedLine } from './line-values';
import styles from './order-side.module.css';

interface PreviousPricesProps {
  lines: readonly TypedLine[];
  /** Kopecks this client paid last, by product name. */
  previous: Record<string, number>;
  words: Record<'title' | 'same', string>;
  amount: (minor: number) => string;
}

/** Percent, to one digit, from the last price to the one that is typed; undefined while none is. */
function changeOf(line: TypedLine, before: number): number | undefined {
  const typed = parseDecimal(plainDecimal(line.price), 2);
  if (typed === undefined || before === 0) return undefined;
  return Math.round(((typed - before) / before) * 1000) / 10;
}

/** What this client paid for the same before, and how far the price is from it. */
export function PreviousPrices({ lines, previous, words, amount }: PreviousPricesProps) {
  const known = lines.flatMap((line) => {
    const before = previous[line.product.trim()];
    return before === undefined ? [] : [{ line, before, change: changeOf(line, before) }];
  });
  if (known.length === 0) return null;
  return (
    <section className={styles.previous} data-needs-script="">
      <h2 className="muted">{words.title}</h2>
      <ul>
        {known.map(({ line, before, change }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be of one product
          <li key={at}>
            <span className={styles.product} title={line.product}>
              {line.product}
            </span>
            <span className="num">{amount(before)}</span>
            {change === undefined || change === 0 ? (
              <span className="muted">{change === 0 ? words.same : ''}</span>
            ) : (
              <span className={`num ${styles.change}`}>
                {change > 0 ? (
                  <IconArrowUpRight size={13} stroke={1.6} aria-label="+" />
                ) : (
                  <IconArrowDownRight size={13} stroke={1.6} aria-label="−" />
                )}
                {String(Math.abs(change)).replace('.', ',')}&nbsp;%
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
