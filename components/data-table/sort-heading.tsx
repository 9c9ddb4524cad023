import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { SortedBy } from '@/lib/domain/list-page';
import { sortingText } from '@/lib/domain/list-page';
import styles from './table.module.css';

interface SortLinkProps {
  label: string;
  /** The column's name in `?sort=`. */
  name: string;
  sorting: SortedBy<string>;
  href: (sort: string) => string;
  /** Whether the first press sorts from the top: dates, sums. */
  fromTop?: boolean | undefined;
}

const raised = ['¹', '²', '³', '⁴'];

function keysOf({ sort, descending = false, further = [] }: SortedBy<string>) {
  return [{ sort, descending }, ...further.map((key) => ({ ...key, descending: key.descending ?? false }))];
}

/** The sorting after a press with Shift: this column turned round, or added behind the others. */
function withAlso(sorting: SortedBy<string>, name: string, fromTop: boolean): string {
  const keys = keysOf(sorting);
  const set = keys.some(({ sort }) => sort === name);
  const all = set
    ? keys.map((key) => (key.sort === name ? { ...key, descending: !key.descending } : key))
    : [...keys, { sort: name, descending: fromTop }];
  const [first = { sort: name, descending: fromTop }, ...further] = all;
  return sortingText({ ...first, further });
}

/** Which way the list is sorted by this column first, for `aria-sort`; the further ones are told in words. */
export function ariaSort({ sort, descending }: SortedBy<string>, name: string | undefined): 'ascending' | 'descending' | undefined {
  return sort === name ? (descending ? 'descending' : 'ascending') : undefined;
}

/** What a column heading sorts by: a link for a press, another one for a press with Shift, and the state for everybody. */
export function SortLink({ label, name, sorting, href, fromTop = false }: SortLinkProps) {
  const t = useTranslations('lists');
  const keys = keysOf(sorting);
  const at = keys.findIndex(({ sort }) => sort === name);
  const key = keys[at];
  const descending = at === 0 && key ? !key.descending : fromTop;
  const Arrow = key?.descending ? IconArrowDown : IconArrowUp;
  return (
    <a
      href={href(`${descending ? '-' : ''}${name}`)}
      data-also={href(withAlso(sorting, name, fromTop))}
      className={styles.sort}
      title={t('sortAlso')}
    >
      {label}
      {key ? <Arrow size={14} stroke={1.6} aria-hidden="true" /> : null}
      {key && keys.length > 1 ? (
        <>
          <span aria-hidden="true">{raised[at]}</span>
          {at > 0 ? <span className="hidden">{t(key.descending ? 'sortedThenDown' : 'sortedThenUp', { n: at + 1 })}</span> : null}
        </>
      ) : null}
    </a>
  );
}
