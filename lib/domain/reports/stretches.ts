import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { listDayTotals } from '@/db/queries/day-totals';
import type { OrderRowFilter } from '@/db/queries/order-filter';
import { sumOrders } from '@/db/queries/order-lists';
import { addDays, type DayRange } from '../period';

/** Orders read at a time: some milliseconds of SQLite. Fewer with their lines, and where every order's texts are compared. */
const most = { orders: 4000, lines: 1500, compared: 500 };

/** More than this are read day by day even where an index finds them. */
const few = 6000;

/** Whether an index finds so few orders that they are read at once, whatever their days. */
async function areFew(tx: Tx, { candidates, productOrders, clientId, today }: OrderRowFilter): Promise<boolean> {
  if (candidates || productOrders) return true;
  return clientId !== undefined && (await sumOrders(tx, { words: [], clientId, today }, few + 1)).count <= few;
}

/** A range in stretches of days that have so many orders at most, by the day totals; together they are the range, whatever those say. */
async function cut(tx: Tx, range: DayRange, size: number): Promise<DayRange[]> {
  const stretches: DayRange[] = [];
  let [from, orders] = [range.from, 0];
  for (const row of await listDayTotals(tx, range)) {
    if (orders > 0 && orders + row.orders > size && row.day > from) {
      stretches.push({ from, to: addDays(row.day, -1) });
      [from, orders] = [row.day, 0];
    }
    orders += row.orders;
  }
  return [...stretches, { from, to: range.to }];
}

/** Step: reads the orders of a range piece by piece, so that a year of a large company never holds the loop for long. */
export async function readStretches(
  tx: Tx,
  filter: OrderRowFilter,
  { range, of, stop }: { range: DayRange; of: 'orders' | 'lines'; stop?: AbortSignal | undefined },
  read: (stretch: DayRange) => Promise<void>,
): Promise<void> {
  const size = filter.words.length > 0 || filter.product ? most.compared : most[of];
  const stretches = (await areFew(tx, filter)) ? [range] : await cut(tx, range, size);
  for (const stretch of stretches) {
    stop?.throwIfAborted();
    await read(stretch);
    await breathe();
  }
}
