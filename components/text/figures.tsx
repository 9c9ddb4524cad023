import type { ReactNode } from 'react';
import styles from './figures.module.css';

interface Figure {
  label: string;
  value: ReactNode;
  /** The rows behind the figure. */
  href?: string;
  /** Below it, smaller. */
  note?: ReactNode;
}

export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <dl className={styles.figures}>
      {figures.map(({ label, value, href, note }) => (
        <div key={label} className={styles.figure}>
          <dt>{label}</dt>
          <dd>{href ? <a href={href}>{value}</a> : value}</dd>
          {note ? <dd className={styles.note}>{note}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
