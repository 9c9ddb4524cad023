import { hrefWith } from '@/components/data-table/list-url';
import { addDays, type DayRange } from '@/lib/domain/period';
import type { GroupRow, ReportGroup } from '@/lib/domain/reports/analysis';
import type { FilterParams } from '@/lib/entry/filter-params';

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

/** What one row adds to the filter; undefined when no list says exactly that. */
function narrowedBy(scope: ReportScope, group: ReportGroup, key: GroupRow['key']): ReportScope | undefined {
  if (key === null) return undefined;
  const text = String(key);
  const set = (name: string): ReportScope | undefined => {
    const already = scope.conditions[name];
    // Two products of one order cannot both be named.
    if (already !== undefined && already !== text && name !== 'status') return undefined;
    return { ...scope, conditions: { ...scope.conditions, [name]: text } };
  };
  switch (group) {
    case 'client':
      return set('client');
    case 'product':
      return set('product_id');
    case 'status':
      return set('status');
    case 'manager':
      return set('author');
    default:
      return { ...scope, range: sharedDays(daysOfKey(group, text), scope.range) };
  }
}

/** The orders behind a row, or a row within a row; undefined when no list shows exactly them. */
export function ordersOfRow(
  scope: ReportScope,
  steps: readonly { group: ReportGroup | undefined; row: Pick<GroupRow, 'key'> }[],
): string | undefined {
  const narrowed = steps.reduce<ReportScope | undefined>((one, { group, row }) => one && group && narrowedBy(one, group, row.key), scope);
  return narrowed && ordersBehind(narrowed);
}
