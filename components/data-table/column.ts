import type { ColumnSetting } from '@/lib/domain/preferences/schema';
import type { Cell } from './cell';

/** A column of a list: everything the head, the menus and the rows need to know of it. */
export interface Column<Row> {
  label: string;
  /** px, until somebody drags it. */
  width: number;
  /** Its name in `?sort=`. */
  sort?: string;
  /** Whether the first press sorts from the top: dates, sums. */
  fromTop?: boolean;
  /** Aligned to the end. */
  number?: boolean;
  /** Long text that is cut with an ellipsis. */
  cut?: boolean;
  /** Conditions in the address that are about it. */
  conditions?: readonly string[];
  /** On narrow windows it gives its place to the others, soon or late. */
  gives?: 'soon' | 'late';
  cell: (row: Row) => Cell;
}

/** A column as it stands in a table. */
export interface PlacedColumn<Row> extends Column<Row> {
  name: string;
  /** px; undefined for the one that takes what the others leave. */
  given: number | undefined;
}

/** The shown columns in their order; `elastic` names who may take the rest of the width, the first that is shown does. */
export function placedColumns<N extends string, Row>(
  known: Record<N, Column<Row>>,
  settings: readonly ColumnSetting[],
  elastic: readonly N[],
): PlacedColumn<Row>[] {
  const names = Object.keys(known) as N[];
  const shown = settings.flatMap(({ name: given, shown, width }) => {
    const name = shown ? names.find((one) => one === given) : undefined;
    return name ? [{ name, width }] : [];
  });
  const rest = elastic.find((name) => shown.some((setting) => setting.name === name));
  return shown.map(({ name, width }) => ({ ...known[name], name, given: name === rest ? undefined : (width ?? known[name].width) }));
}

/** px that a table needs at least, its elastic column at a bearable width. */
export function neededWidth(columns: readonly PlacedColumn<never>[]): number {
  return columns.filter(({ gives }) => !gives).reduce((sum, { given, width }) => sum + (given ?? Math.min(width, 160)), 0);
}

/** The names of columns, for the menu that shows and moves them. */
export function labelsOf(columns: Record<string, Pick<Column<never>, 'label'>>): Record<string, string> {
  return Object.fromEntries(Object.entries(columns).map(([name, { label }]) => [name, label]));
}
