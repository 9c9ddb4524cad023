'use client';

import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import styles from './menu.module.css';

interface ColumnItemsProps {
  columns: readonly { name: string; label: string; shown: boolean; fixed: boolean; earlier: string; later: string }[];
}

/** The columns in their menu; out of data, like rows (`data-rows.tsx`): each has three pictures and is seldom looked at. */
export function ColumnItems({ columns }: ColumnItemsProps) {
  return (
    <ol className={styles.columns}>
      {columns.map(({ name, label, shown, fixed, earlier, later }, at) => (
        <li key={name} className={styles.column} data-column={name}>
          <span className={styles.grip} draggable data-grip="">
            <IconGripVertical size={16} stroke={1.6} aria-hidden="true" />
          </span>
          <input type="hidden" name="order" value={name} />
          <label>
            <input type="checkbox" name="shown" value={name} defaultChecked={shown} disabled={fixed} />
            {label}
          </label>
          <button
            type="submit"
            name="move"
            value={`${name}:-1`}
            className={styles.move}
            disabled={at === 0}
            aria-label={earlier}
            title={earlier}
          >
            <IconArrowUp size={14} stroke={1.6} aria-hidden="true" />
          </button>
          <button
            type="submit"
            name="move"
            value={`${name}:1`}
            className={styles.move}
            disabled={at === columns.length - 1}
            aria-label={later}
            title={later}
          >
            <IconArrowDown size={14} stroke={1.6} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ol>
  );
}
