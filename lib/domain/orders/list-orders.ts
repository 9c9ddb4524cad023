import type { Tx } from '@/db/engines/engine';
import type { ClientRow } from '@/db/queries/clients';
import { sumDayTotals } from '@/db/queries/day-totals';
import type { OrderRowFilter } from '@/db/queries/order-filter';
import { type ListedOrderRow, listOrderRows, orderKeys, sumOrders } from '@/db/queries/order-lists';
import { linesOf, type OrderLineRow, type OrderRow } from '@/db/queries/orders';
import type { Ctx } from '../context';
import { type ListPage, type PageOf, readPage } from '../list-page';
import { may } from '../permissions';
import { forgivingSearch } from '../search';
import { findOrders } from './find-orders';
import type { OrderFilter } from './order-filter';
import type { OrderSort } from './schema';

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

/** More than this many are not counted one by one. */
export const maxCounted = 10_000;

export interface OrderListPage extends ListPage<ListedOrder> {
  /** All that match, not only this page; undefined when they are more than are counted. */
  count: number | undefined;
  /** Kopecks over all that match; known when the count is. */
  totalMinor: number | undefined;
  /** What was looked for instead, because nothing was found. */
  shownFor: string | undefined;
}

/** Whether the totals of days answer for a filter: nothing but days and statuses. */
function isOfDays({
  words,
  candidates,
  clientId,
  productId,
  product,
  sumFrom,
  sumTo,
  payment,
  authorId,
  deleted,
  any,
}: OrderRowFilter): boolean {
  return words.length === 0 && ![candidates, clientId, productId, product, sumFrom, sumTo, payment, authorId, deleted, any].some(Boolean);
}

async function countAndSum(tx: Tx, filter: OrderRowFilter): Promise<Pick<OrderListPage, 'count' | 'totalMinor'>> {
  if (isOfDays(filter)) {
    const { orders, totalMinor } = await sumDayTotals(tx, filter);
    return { count: orders, totalMinor };
  }
  const { count, totalMinor } = await sumOrders(tx, filter, maxCounted + 1);
  return count > maxCounted ? { count: undefined, totalMinor: undefined } : { count, totalMinor };
}

/**
 * A page of the orders of a filter, with the count and sum of everything found, from one view of the data. When a search
 * finds nothing, the other keyboard layout and alphabet are tried.
 */
export async function listOrderPage(ctx: Ctx, filter: OrderFilter, page: PageOf<OrderSort>): Promise<OrderListPage> {
  may(ctx, 'order.read');
  return ctx.db.read((tx) =>
    forgivingSearch(filter.search, async (search) => {
      const found = await findOrders(tx, ctx, { ...filter, search });
      const list = await readPage(
        page,
        (what) => listOrderRows(tx, { ...found, sort: page.sort, descending: page.descending, ...what }),
        (row) => orderKeys({ sort: page.sort, deleted: filter.deleted }, row),
      );
      return { ...list, rows: list.rows.flatMap(withClient), ...(await countAndSum(tx, found)) };
    }),
  );
}
