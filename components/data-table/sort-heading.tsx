import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import styles from './table.module.css';

interface SortHeadingProps {
  label: string;
  /** The column's name in `?sort=`. */
  name: string;
  sorting: { sort: string; descending: boolean };
  href: (sort: string) => string;
  /** Whether the first press sorts from the top: dates, sums. */
  fromTop?: boolean;
  number?: boolean;
}

/** A column heading that sorts: a link, and the state for everybody. */
export function SortHeading({ label, name, sorting, href, fromTop = false, number = false }: SortHeadingProps) {
  const set = sorting.sort === name;
  const descending = set ? !sorting.descending : fromTop;
  const Arrow = sorting.descending ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      className={number ? styles.number : undefined}
      aria-sort={set ? (sorting.descending ? 'descending' : 'ascending') : undefined}
    >
      <a href={href(`${descending ? '-' : ''}${name}`)} className={styles.sort}>
        {label}
        {set ? <Arrow size={14} stroke={1.6} aria-hidden="true" /> : null}
      </a>
    </th>
  );
}
