import { scaleBand, scaleLinear } from 'd3-scale';
import type { CSSProperties, ReactNode } from 'react';
import shared from './bars.module.css';
import styles from './paired-bars.module.css';

export interface DrawnBar {
  value: number;
  orders: number;
  /** For those who do not see the bar: its days, sum and orders. */
  told: string;
  /** The rows behind it. */
  href: string;
}

export interface BarPair {
  /** Under the bars: «2–8 ноя». */
  label: string;
  /** Whether the label is told even where there is no room for all. */
  first: boolean;
  now: DrawnBar | undefined;
  /** The bar it is held against, if there is one. */
  base: DrawnBar | undefined;
}

interface PairedBarsProps {
  pairs: readonly BarPair[];
  title: string;
  /** What the line under the bars counts. */
  lineTitle: string;
  /** A value over its bar, and a mark of the axis. */
  tick: (value: number) => string;
  number: (value: number) => string;
  /** In place of bars. */
  empty: ReactNode;
}

const [ticks, roomFor] = [4, 16];
/** Percent of a place that its bars leave free on each side. */
const free = 0.16;

function geometry(pairs: readonly BarPair[]) {
  const most = Math.max(...pairs.map(({ now, base }) => Math.max(now?.value ?? 0, base?.value ?? 0)), 0);
  const height = scaleLinear([0, most || 1], [0, 100]).nice(ticks);
  const orders = scaleLinear([0, Math.max(...pairs.map(({ now }) => now?.orders ?? 0), 1)], [0, 100]);
  const place = scaleBand(
    pairs.map((_, at) => at),
    [0, 100],
  );
  const step = place.step();
  const paired = pairs.some(({ base }) => base);
  const width = (step * (1 - 2 * free)) / (paired ? 2 : 1);
  return {
    marks: most === 0 ? [0] : height.ticks(ticks),
    heightOf: (value: number) => height(Math.max(value, 0)),
    ordersAt: (count: number) => orders(count),
    step,
    width,
    middleOf: (at: number) => (place(at) ?? 0) + step / 2,
    leftOf: (at: number, second: boolean) => (place(at) ?? 0) + step * free + (second && paired ? width : 0),
    paired,
  };
}

/** Sums as bars, each beside the one it is held against and a link to its rows, over a line of how many there were; drawn by the server. */
export function PairedBars({ pairs, title, lineTitle, tick, number, empty }: PairedBarsProps) {
  const { marks, heightOf, ordersAt, step, width, middleOf, leftOf, paired } = geometry(pairs);
  const roomy = pairs.length <= roomFor;
  const bar = (drawn: DrawnBar | undefined, at: number, second: boolean) =>
    drawn ? (
      <a key={`${at}-${second}`} href={drawn.href} aria-label={drawn.told} className={second ? shared.strong : undefined}>
        <title>{drawn.told}</title>
        <rect
          className={shared.hit}
          x={paired ? middleOf(at) - (second ? 0 : step / 2) : middleOf(at) - step / 2}
          y={-12}
          width={paired ? step / 2 : step}
          height={112}
        />
        <rect
          className={shared.bar}
          x={leftOf(at, second) + width * 0.02}
          y={100 - heightOf(drawn.value)}
          width={width * 0.96}
          height={heightOf(drawn.value)}
        />
      </a>
    ) : null;
  const line = pairs.flatMap(({ now }, at) => (now ? [{ at, now }] : []));
  return (
    <figure className={styles.chart} style={{ '--count': pairs.length } as CSSProperties} data-roomy={roomy || undefined}>
      <div className={styles.axis} aria-hidden="true">
        {marks.map((mark) => (
          <span key={mark} className="num" style={{ bottom: `${heightOf(mark)}%` }}>
            {tick(mark)}
          </span>
        ))}
      </div>
      <span className={styles.lineTitle} aria-hidden="true">
        {lineTitle}
      </span>
      <div className={styles.scroll}>
        <div className={styles.inner}>
          <div className={styles.plot}>
            {/* biome-ignore lint/a11y/useSemanticElements: a drawing with links in it has no element of its own. */}
            <svg className={shared.bars} viewBox="0 0 100 100" preserveAspectRatio="none" role="group" aria-label={title}>
              {pairs.map(({ now, base }, at) => [bar(base, at, false), bar(now, at, true)])}
            </svg>
            {roomy
              ? line.map(({ at, now }) =>
                  now.value > 0 ? (
                    <span
                      key={now.href}
                      className={`num ${styles.value}`}
                      style={{ left: `${leftOf(at, true) + width / 2}%`, bottom: `${heightOf(now.value)}%` }}
                      aria-hidden="true"
                    >
                      {tick(now.value)}
                    </span>
                  ) : null,
                )
              : null}
          </div>
          <div className={styles.labels} aria-hidden="true">
            {pairs.map(({ label, first }, at) =>
              roomy || first ? (
                <span key={label} style={{ left: `${middleOf(at)}%` }}>
                  {label}
                </span>
              ) : null,
            )}
          </div>
          <div className={styles.line} aria-hidden="true">
            <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
              <polyline points={line.map(({ at, now }) => `${middleOf(at)},${100 - ordersAt(now.orders)}`).join(' ')} />
            </svg>
            {roomy
              ? line.map(({ at, now }) => (
                  <span key={now.href} className="num" style={{ left: `${middleOf(at)}%`, bottom: `${ordersAt(now.orders)}%` }}>
                    {number(now.orders)}
                  </span>
                ))
              : null}
          </div>
        </div>
      </div>
      {empty ? <div className={styles.empty}>{empty}</div> : null}
    </figure>
  );
}
