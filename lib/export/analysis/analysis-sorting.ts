import type { GroupRow } from '../../domain/reports/analysis';

/** How the rows of a report's table may be sorted, as the address of its page names it. */
export const rowSorts = ['name', 'orders', 'pending', 'quantity', 'total'] as const;
type RowSort = (typeof rowSorts)[number];

export interface RowSorting {
  sort: RowSort;
  descending: boolean;
}

const figures = { orders: 'orders', pending: 'pending', quantity: 'quantityMilli', total: 'totalMinor' } as const;

/** Rows and their parts by a figure or by name; without a sorting as the report has them. */
export function sortedRows(rows: readonly GroupRow[], sorting: RowSorting | undefined): GroupRow[] {
  if (!sorting) return [...rows];
  const { sort, descending } = sorting;
  const names = new Intl.Collator('ru', { numeric: true });
  const compare = (one: GroupRow, other: GroupRow): number =>
    sort === 'name'
      ? names.compare(one.name ?? String(one.key), other.name ?? String(other.key))
      : one[figures[sort]] - other[figures[sort]];
  const direction = descending ? -1 : 1;
  return rows.toSorted((one, other) => direction * compare(one, other)).map((row) => ({ ...row, parts: sortedRows(row.parts, sorting) }));
}
