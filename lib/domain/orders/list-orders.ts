import type { Tx } from '@/db/engines/engine';
import type { ClientRow } from '@/db/queries/clients';
import type { OrderRowFilter } from '@/db/queries/order-filter';
import { countOrderLines, type ListedOrderRow, listOrderRows, orderKeys, sumOrdersByDay } from '@/db/queries/order-lists';
import { linesOf, type OrderLineRow, type OrderRow } from '@/db/queries/orders';
import type { Ctx } from '../context';
import { type ListPage, type PageOf, readPage } from '../list-page';
import { may } from '../permissions';
import { forgivingSearch } from '../search';
import { type CountAndSum, countAndSum, maxCounted } from './count-orders';
import { findOrders } from './find-orders';
import type { OrderFilter } from './order-filter';
import type { OrderListSort, OrderSort } from './schema';

export interface ListedOrder {
  order: OrderRow;
  client: ClientRow;
  /** Who made it, if a user did. */
  author: string | null;
}

export interface OrderWalk {
  sort: OrderSort;
  descending?: boolean;
  /** Lowest id, for walking by id. */
  startId?: number;
  /** Rows to pass over. */
  offset?: number;
  limit: number;
}

function withClient(row: ListedOrderRow): ListedOrder[] {
  return row.client ? [{ ...row, client: row.client }] : [];
}

async function linesByOrder(tx: Tx, rows: readonly ListedOrder[]): Promise<OrderLineRow[]> {
  const ids = rows.map(({ order }) => order.id);
  return ids.length > 0 ? linesOf(tx, ids) : [];
}

/** Orders of a filter as programs walk them: by id, or sorted and from an offset; with their lines when asked. */
export async function listOrders(
  ctx: Ctx,
  filter: OrderFilter,
  walk: OrderWalk,
  withLines = false,
): Promise<(ListedOrder & { lines: OrderLineRow[] })[]> {
  may(ctx, 'order.read');
  return ctx.db.read(async (tx) => {
    const rows = (await listOrderRows(tx, { ...walk, ...(await findOrders(tx, ctx, filter)) })).flatMap(withClient);
    const lines = withLines ? await linesByOrder(tx, rows) : [];
    return rows.map((row) => ({ ...row, lines: lines.filter((line) => line.orderId === row.order.id) }));
  });
}

/** What the orders of one day come to. */
export interface DaySum {
  orders: number;
  /** Kopecks. */
  totalMinor: number;
}

export interface OrderListPage extends ListPage<ListedOrder>, CountAndSum {
  /** By business day, of all that match on the days of this page; empty unless the list goes by time. */
  days: ReadonlyMap<string, DaySum>;
  /** Lines of all that match, where they were asked for and not too many orders match. */
  lines: number | undefined;
  /** What was looked for instead, because nothing was found. */
  shownFor: string | undefined;
}

/** Step: sums of the days that rows sorted by time belong to. */
async function sumsOfDays(tx: Tx, filter: OrderRowFilter, sort: OrderListSort, rows: readonly ListedOrder[]): Promise<Map<string, DaySum>> {
  const days = rows.map(({ order }) => order.businessDay).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (sort !== 'created_at' || !first || !last) return new Map();
  const sums = await sumOrdersByDay(tx, filter, first, last);
  return new Map(sums.map(({ day, ...sum }) => [day, sum]));
}

/** Step: how many lines the orders of a filter have; undefined for more orders than are counted one by one. */
async function linesOfAll(tx: Tx, filter: OrderRowFilter, count: number | undefined): Promise<number | undefined> {
  return count !== undefined && count <= maxCounted ? countOrderLines(tx, filter, maxCounted) : undefined;
}

/**
 * A page of the orders of a filter, with the count and sum of everything found, from one view of the data. When a search
 * finds nothing, the other keyboard layout and alphabet are tried.
 */
export async function listOrderPage(
  ctx: Ctx,
  filter: OrderFilter,
  page: PageOf<OrderListSort>,
  { countLines = false } = {},
): Promise<OrderListPage> {
  may(ctx, 'order.read');
  const { sort, descending, further } = page;
  return ctx.db.read((tx) =>
    forgivingSearch(filter.search, async (search) => {
      const found = await findOrders(tx, ctx, { ...filter, search });
      const list = await readPage(
        page,
        (what) => listOrderRows(tx, { ...found, sort, descending, further, ...what }),
        (row) => orderKeys({ sort, descending, further, deleted: filter.deleted }, row),
      );
      const rows = list.rows.flatMap(withClient);
      const counted = await countAndSum(tx, found);
      const lines = countLines ? await linesOfAll(tx, found, counted.count) : undefined;
      return { ...list, rows, days: await sumsOfDays(tx, found, sort, rows), ...counted, lines };
    }),
  );
}
