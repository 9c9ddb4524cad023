import { abcClass } from '../../domain/reports/abc';
import type { GroupRow, ReportGroup } from '../../domain/reports/analysis';
import type { CellKind, CellValue, TableColumn } from '../table';
import { type AnalysisReader, rowName } from './analysis-words';

/** A row of the table: of the first grouping, or of the second within one of the first. */
export interface TableRow {
  row: GroupRow;
  /** The row of the first grouping in which it stands. */
  within?: GroupRow;
}

export interface AnalysisColumn extends TableColumn {
  of: (row: TableRow) => CellValue;
  /** What stands in the last row. */
  total: CellValue;
}

interface Whole {
  orders: number;
  pending: number;
  totalMinor: number;
  quantityMilli: number;
}

const identified = ['client', 'product', 'manager'] as const;

function kindOf(group: ReportGroup): CellKind {
  return group === 'day' || group === 'week' ? 'day' : 'text';
}

/** Name and number of a grouping; where rows have parts, a row itself is the subtotal of its parts. */
function groupColumns(groups: readonly ReportGroup[], depth: 0 | 1, reader: AnalysisReader, forPeople: boolean): AnalysisColumn[] {
  const { words } = reader;
  const group = groups[depth];
  if (!group) return [];
  const rowOf = ({ row, within }: TableRow): GroupRow | undefined => (depth === 1 ? within && row : (within ?? row));
  const id = identified.find((one) => one === group);
  const name: AnalysisColumn = {
    name: group,
    title: words(`analysis.groups.${group}`),
    kind: kindOf(group),
    width: id ? 36 : 16,
    of: (row) => {
      const own = rowOf(row);
      return own ? rowName(own, group, reader, forPeople) : words('analysis.subtotal');
    },
    total: depth === 0 ? words('analysis.total') : null,
  };
  if (!id) return [name];
  const number: AnalysisColumn = {
    name: `${id}_id`,
    title: words(`analysis.ids.${id}`),
    kind: 'count',
    width: 12,
    of: (row) => {
      const key = rowOf(row)?.key;
      return typeof key === 'number' ? key : null;
    },
    total: null,
  };
  return [name, number];
}

/** Whether the rows are classed: those of whom few bring most. */
function hasClasses([first]: readonly ReportGroup[]): boolean {
  return first === 'client' || first === 'product';
}

/** The columns of a report's table. */
export function analysisColumns(
  groups: readonly ReportGroup[],
  whole: Whole,
  reader: AnalysisReader,
  forPeople: boolean,
): AnalysisColumn[] {
  const { words } = reader;
  const figure = (
    name: 'orders' | 'pending' | 'quantity' | 'total' | 'share' | 'cumulative',
    kind: CellKind,
    of: (row: GroupRow) => number,
    total: CellValue,
  ): AnalysisColumn => ({ name, title: words(`analysis.columns.${name}`), kind, width: 16, of: ({ row }) => of(row), total });
  const classes: AnalysisColumn = {
    name: 'class',
    title: words('analysis.columns.class'),
    kind: 'text',
    width: 12,
    of: ({ row, within }) => abcClass(within ?? row),
    total: null,
  };
  return [
    ...groupColumns(groups, 0, reader, forPeople),
    ...groupColumns(groups, 1, reader, forPeople),
    figure('orders', 'count', ({ orders }) => orders, whole.orders),
    figure('pending', 'count', ({ pending }) => pending, whole.pending),
    figure('quantity', 'quantity', ({ quantityMilli }) => quantityMilli, whole.quantityMilli),
    figure('total', 'money', ({ totalMinor }) => totalMinor, whole.totalMinor),
    figure('share', 'share', ({ share }) => share, whole.totalMinor > 0 ? 10_000 : 0),
    figure('cumulative', 'share', ({ cumulative }) => cumulative, null),
    ...(hasClasses(groups) ? [classes] : []),
  ];
}
