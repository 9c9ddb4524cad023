'use client';

import { ChangeShape } from './change-shape';
import styles from './history.module.css';
import { HistoryMark, type Mark, type MarkWords } from './history-mark';
import type { Told } from './told';
import { ToldText } from './told-text';

export interface HistoryRow {
  key: string;
  /** UTC epoch ms. */
  at: number;
  time: string;
  exact: string;
  action: string;
  told: readonly Told[];
  mark: Mark | undefined;
  source: string;
}

interface HistoryRowsProps {
  days: readonly { day: string; heading: string; rows: readonly HistoryRow[] }[];
  words: MarkWords & { became: string };
}

/** Days of changes out of their data, like the rows of a list (`data-rows.tsx`): without state, deaf, and short to send. */
export function HistoryRows({ days, words }: HistoryRowsProps) {
  return days.map(({ day, heading, rows }) => (
    <section key={day}>
      <h2 className={styles.day}>{heading}</h2>
      <ol>
        {rows.map(({ key, at, time, exact, action, told, mark, source }) => (
          <li key={key} className={styles.row}>
            <time className="num" dateTime={new Date(at).toISOString()} title={exact}>
              {time}
            </time>
            <ChangeShape action={action} />
            <p>
              <ToldText told={told} became={words.became} />
              <HistoryMark mark={mark} words={words} />
            </p>
            <span className={styles.tag}>{source}</span>
          </li>
        ))}
      </ol>
    </section>
  ));
}
