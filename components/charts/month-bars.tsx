import { scaleLinear } from 'd3-scale';
import type { CSSProperties } from 'react';
import styles from './month-bars.module.css';

export interface MonthBar {
  /** First day, `YYYY-MM-DD`. */
  from: string;
  /** Under the bar: «ноя». */
  label: string;
  /** For those who do not see the bar: month, sum, orders. */
  told: string;
  value: number;
  /** The rows behind the bar. */
  href: string;
}

interface MonthBarsProps {
  bars: MonthBar[];
  /** Id of the heading. */
  labelledBy: string;
  /** A tick of the axis as it is shown. */
  tick: (value: number) => string;
}

/** Sums by month as plain links; the last month is emphasised, phones show the last six. */
export function MonthBars({ bars, labelledBy, tick }: MonthBarsProps) {
  const scale = scaleLinear()
    .domain([0, Math.max(...bars.map(({ value }) => value), 1)])
    .nice(3);
  const share = scale.copy().range([0, 100]);
  return (
    <figure aria-labelledby={labelledBy} className={styles.chart}>
      <div className={styles.axis} aria-hidden="true">
        {scale.ticks(3).map((value) => (
          <span key={value} className="num" style={{ '--at': `${share(value)}%` } as CSSProperties}>
            {tick(value)}
          </span>
        ))}
      </div>
      <ol className={styles.bars}>
        {bars.map(({ from, label, told, value, href }) => (
          <li key={from}>
            <a href={href} title={told} style={{ '--height': `${share(Math.max(value, 0))}%` } as CSSProperties}>
              <span className="hidden">{told}</span>
              <span className={styles.bar} aria-hidden="true" />
              <span className={styles.label} aria-hidden="true">
                {label}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </figure>
  );
}
