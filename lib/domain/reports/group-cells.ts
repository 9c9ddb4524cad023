import type { LineFacts, OrderFacts } from '@/db/queries/report-facts';
import { addDays, weekdayOf } from '../period';
import type { ReportGroup } from './analysis';

export type GroupKey = string | number | null;

/** What the orders, or lines, of one key come to. */
export interface GroupCell {
  orders: number;
  pending: number;
  totalMinor: number;
  quantityMilli: number;
  parts: Map<GroupKey, GroupCell>;
}

export type GroupCells = Map<GroupKey, GroupCell>;

function cellOf(cells: GroupCells, key: GroupKey): GroupCell {
  const known = cells.get(key);
  if (known) return known;
  const made = { orders: 0, pending: 0, totalMinor: 0, quantityMilli: 0, parts: new Map() };
  cells.set(key, made);
  return made;
}

type Facts = OrderFacts | LineFacts;

/** The key of each place in the lists of some facts. */
function keysOf(group: ReportGroup, facts: Facts): (at: number) => GroupKey {
  const { day, status } = facts;
  const always = (key: GroupKey) => () => key;
  const listed = (ids: readonly number[]) => (at: number) => ids[at] || null;
  switch (group) {
    case 'client':
      return listed(facts.clients);
    case 'manager':
      return listed(facts.authors);
    case 'product':
      return listed('products' in facts ? facts.products : []);
    case 'status':
      return always(status);
    case 'day':
      return always(day);
    case 'week':
      return always(addDays(day, -weekdayOf(day)));
    case 'month':
      return always(day.slice(0, 7));
    case 'year':
      return always(day.slice(0, 4));
  }
}

function add(cell: GroupCell, facts: Facts, at: number): void {
  cell.orders += 1;
  if (facts.status === 'Pending') cell.pending += 1;
  cell.totalMinor += facts.totals[at] ?? 0;
  cell.quantityMilli += facts.quantities[at] ?? 0;
}

/** Adds facts to the cells of the first grouping, of the second within the first, or of both. */
function addFacts(cells: GroupCells, facts: Facts, groups: readonly ReportGroup[], into: { rows: boolean; parts: boolean }): void {
  const [rowKey, partKey] = groups.map((group) => keysOf(group, facts));
  if (!rowKey) return;
  for (let at = 0; at < facts.totals.length; at++) {
    const cell = cellOf(cells, rowKey(at));
    if (into.rows) add(cell, facts, at);
    if (into.parts && partKey) add(cellOf(cell.parts, partKey(at)), facts, at);
  }
}

/** Counts orders wherever a grouping is of whole orders. */
export function addOrders(cells: GroupCells, facts: OrderFacts, groups: readonly ReportGroup[]): void {
  const [first, second] = groups;
  if (first !== 'product') addFacts(cells, facts, groups, { rows: true, parts: second !== 'product' });
}

/** Counts lines wherever a grouping is by product: each row of a product counts the orders in which it stands. */
export function addLines(cells: GroupCells, facts: LineFacts, groups: readonly ReportGroup[]): void {
  addFacts(cells, facts, groups, { rows: groups[0] === 'product', parts: groups.includes('product') });
}
