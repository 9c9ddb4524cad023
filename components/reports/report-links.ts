import { hrefWith } from '@/components/data-table/list-url';
import { orderStatuses } from '@/lib/domain/orders/schema';
import { addDays, type DayRange } from '@/lib/domain/period';
import type { AbcClass, GroupRow, ReportGroup } from '@/lib/domain/reports/analysis';
import { type FilterParams, fieldOf } from '@/lib/entry/filter-params';

/** What the orders behind a report are chosen by: its days and the conditions of its address. */
export interface ReportScope {
  range: DayRange;
  conditions: FilterParams;
}

/** The orders behind a report, narrowed further. */
export function ordersBehind({ range: { from, to }, conditions }: ReportScope, narrowed: FilterParams = {}): string {
  return hrefWith('/orders', { ...conditions, from, to, ...narrowed });
}

/** The clients added in the days of a report. */
export function newClientsIn({ range: { from, to } }: ReportScope): string {
  return hrefWith('/clients', { from, to, sort: '-created_at' });
}

/** The orders behind a report as a condition of another list. */
function byOrders({ range: { from, to }, conditions }: ReportScope): FilterParams {
  const said = Object.entries({ ...conditions, from, to });
  return Object.fromEntries(said.map(([name, value]) => [`order_${fieldOf(name)}`, value]));
}

/** The clients of these orders who had ordered before the days of the report. */
export function returningClientsIn(scope: ReportScope): string {
  return hrefWith('/clients', { ...byOrders(scope), ordered_before: scope.range.from });
}

/** The clients, or products, of a class among those of these orders. */
export function listOfClass(scope: ReportScope, group: 'client' | 'product', name: AbcClass): string {
  return hrefWith(group === 'client' ? '/clients' : '/products', { ...byOrders(scope), order_class: name });
}

/** The orders of a class: those of its clients, or those that one of its products stands in. */
export function ordersOfClass(scope: ReportScope, group: 'client' | 'product', name: AbcClass): string {
  return ordersBehind(scope, { [`${group}_class`]: name });
}

/** The orders of an hour of the week; Monday is 0. */
export function ordersOfHour(scope: ReportScope, weekday: number, hour?: number): string {
  return ordersBehind(scope, { weekday: String(weekday + 1), ...(hour === undefined ? {} : { hour: String(hour) }) });
}

/** The orders that wait among those of a link; undefined when the report leaves them out. */
export function pendingOf(href: string | undefined): string | undefined {
  const [path, query] = href?.split('?') ?? [];
  const params = new URLSearchParams(query);
  if (!path || params.get('status')?.split(',').includes('Pending') === false) return undefined;
  // A class stays that of all orders of the report.
  if (params.has('client_class') || params.has('product_class')) params.set('class_status', params.get('status') ?? orderStatuses.join());
  params.set('status', 'Pending');
  return `${path}?${params}`;
}

/** First and last day of a week, month or year that a row is of. */
function daysOfKey(group: 'day' | 'week' | 'month' | 'year', key: string): DayRange {
  if (group === 'day') return { from: key, to: key };
  if (group === 'week') return { from: key, to: addDays(key, 6) };
  if (group === 'year') return { from: `${key}-01-01`, to: `${key}-12-31` };
  const next = new Date(`${key}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return { from: `${key}-01`, to: addDays(next.toISOString().slice(0, 10), -1) };
}

/** The days that two ranges share. */
function sharedDays(one: DayRange, other: DayRange): DayRange {
  const [, from = one.from] = [one.from, other.from].sort();
  const [to = one.to] = [one.to, other.to].sort();
  return { from, to };
}

/** What one row adds to the filter; lines of no product and orders of no user are of number 0. */
function narrowedBy(scope: ReportScope, group: ReportGroup, key: GroupRow['key']): ReportScope {
  const text = String(key ?? 0);
  const set = (name: string): ReportScope => ({ ...scope, conditions: { ...scope.conditions, [name]: text } });
  switch (group) {
    case 'client':
      return set('client');
    case 'product':
      // A report of one product's orders names it already.
      return set([undefined, text].includes(scope.conditions.product_id) ? 'product_id' : 'with_product_id');
    case 'status':
      return set('status');
    case 'manager':
      return set('author');
    default:
      return { ...scope, range: sharedDays(daysOfKey(group, text), scope.range) };
  }
}

/** The orders behind a row, or a row within a row. */
export function ordersOfRow(scope: ReportScope, steps: readonly { group: ReportGroup | undefined; row: Pick<GroupRow, 'key'> }[]): string {
  return ordersBehind(steps.reduce((one, { group, row }) => (group ? narrowedBy(one, group, row.key) : one), scope));
}
