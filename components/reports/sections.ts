import { abcClass } from '@/lib/domain/reports/abc';
import type { AbcClass, GroupRow, ReportGroup } from '@/lib/domain/reports/analysis';
import type { RowSorting } from '@/lib/export/analysis/analysis-sorting';

export type RowFigures = Pick<GroupRow, 'pending' | 'totalMinor' | 'quantityMilli' | 'share' | 'cumulative'> & {
  /** Undefined where an order may stand in several of the rows that are added up. */
  orders: number | undefined;
};

/** Rows of the table under one heading; without a heading they are the whole table. */
export interface Section {
  /** What `?open=` and `?whole=` call it. */
  key: string;
  heading: { class: AbcClass } | { row: GroupRow } | undefined;
  figures: RowFigures | undefined;
  rows: readonly GroupRow[];
}

const classes = ['A', 'B', 'C'] as const satisfies readonly AbcClass[];

function sum(rows: readonly GroupRow[], of: 'orders' | 'pending' | 'totalMinor' | 'quantityMilli'): number {
  return rows.reduce((total, row) => total + row[of], 0);
}

function added(rows: readonly GroupRow[], distinct: boolean): RowFigures {
  return {
    orders: distinct ? sum(rows, 'orders') : undefined,
    pending: sum(rows, 'pending'),
    totalMinor: sum(rows, 'totalMinor'),
    quantityMilli: sum(rows, 'quantityMilli'),
    share: rows.reduce((total, { share }) => total + share, 0),
    cumulative: rows.at(-1)?.cumulative ?? 0,
  };
}

/** Groups whose rows are in classes: those of whom few bring most. */
export function hasClasses(groups: readonly ReportGroup[]): boolean {
  return groups.length === 1 && (groups[0] === 'client' || groups[0] === 'product');
}

/** An order has one client, status, author and day, but several products. */
function isDistinct(group: ReportGroup | undefined): boolean {
  return group !== 'product';
}

/** Groups that keep the order of the calendar unless they are sorted. */
export function isOfTime(group: ReportGroup | undefined): boolean {
  return group === 'day' || group === 'week' || group === 'month' || group === 'year';
}

export function sortRows(rows: readonly GroupRow[], sorting: RowSorting | undefined, nameOf: (row: GroupRow) => string): GroupRow[] {
  if (!sorting) return [...rows];
  const { sort, descending } = sorting;
  const values = { orders: 'orders', pending: 'pending', quantity: 'quantityMilli', total: 'totalMinor' } as const;
  const compare = (one: GroupRow, other: GroupRow): number =>
    sort === 'name' ? nameOf(one).localeCompare(nameOf(other), 'ru', { numeric: true }) : one[values[sort]] - other[values[sort]];
  return [...rows].sort((one, other) => (descending ? -1 : 1) * compare(one, other));
}

function classSections(rows: readonly GroupRow[], group: ReportGroup | undefined): Section[] {
  return classes.flatMap((name) => {
    const own = rows.filter((row) => abcClass(row) === name);
    return own.length > 0 ? [{ key: name, heading: { class: name }, figures: added(own, isDistinct(group)), rows: own }] : [];
  });
}

/** The rows of a report as they stand in its table: by class, by the first of two groups, or plain. */
export function sectionsOf(
  rows: readonly GroupRow[],
  groups: readonly ReportGroup[],
  sorting: RowSorting | undefined,
  nameOf: (row: GroupRow, group: ReportGroup | undefined) => string,
): Section[] {
  const [first, second] = groups;
  const sorted = (some: readonly GroupRow[], group: ReportGroup | undefined) => sortRows(some, sorting, (row) => nameOf(row, group));
  if (second)
    return sorted(rows, first).map((row) => ({
      key: String(row.key),
      heading: { row },
      figures: row,
      rows: sorted(row.parts, second),
    }));
  if (!hasClasses(groups)) return [{ key: 'all', heading: undefined, figures: undefined, rows: sorted(rows, first) }];
  return classSections(rows, first).map((section) => ({ ...section, rows: sorted(section.rows, first) }));
}

/** Which sections are open, where the address does not say. */
export function openAtFirst(sections: readonly Section[]): string[] {
  const fewest = 5;
  return sections
    .slice(0, sections.length <= fewest && !sections.some(({ heading }) => heading && 'class' in heading) ? fewest : 1)
    .map(({ key }) => key);
}
