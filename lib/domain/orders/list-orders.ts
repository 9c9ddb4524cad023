import type { Tx } from '@/db/engines/engine';
import type { ClientRow } from '@/db/queries/clients';
import { listOrderRows, type OrderFilter, sumOrders } from '@/db/queries/order-lists';
import { linesOf, type OrderLineRow, type OrderRow } from '@/db/queries/orders';
import { searchWords } from '@/lib/search/normalise';
import { findMain } from '../clients/load-client';
import type { Ctx } from '../context';
import { may } from '../permissions';
import type { ListOrders, OrderFilterInput } from './schema';

export interface ListedOrder {
  order: OrderRow;
  client: ClientRow;
  /** Who made it, if a user did. */
  author: string | null;
}

/** The number of a merged client finds the orders of whoever took its place. */
async function filterOf(tx: Tx, { search = '', clientId, ...filter }: OrderFilterInput): Promise<OrderFilter> {
  const main = clientId && (await findMain(tx, clientId))?.id;
  return { ...filter, clientId: main ?? clientId, words: searchWords(search) };
}

function withClient(row: { order: OrderRow; client: ClientRow | null; author: string | null }): ListedOrder[] {
  return row.client ? [{ ...row, client: row.client }] : [];
}

/** Live orders by a filter, sorted, a page of them; with their lines when asked. */
export async function listOrders(ctx: Ctx, query: ListOrders, withLines = false): Promise<(ListedOrder & { lines: OrderLineRow[] })[]> {
  may(ctx, 'order.read');
  return ctx.db.read(async (tx) => {
    const rows = (await listOrderRows(tx, { ...query, ...(await filterOf(tx, query)) })).flatMap(withClient);
    const lines =
      withLines && rows.length > 0
        ? await linesOf(
            tx,
            rows.map(({ order }) => order.id),
          )
        : [];
    return rows.map((row) => ({ ...row, lines: lines.filter((line) => line.orderId === row.order.id) }));
  });
}

export interface OrderListPage {
  rows: ListedOrder[];
  /** All that match, not only this page. */
  count: number;
  /** Kopecks over all that match. */
  totalMinor: number;
}

/** A page with the count and sum of everything found, from one view of the data. */
export async function listOrdersWithSum(ctx: Ctx, query: ListOrders): Promise<OrderListPage> {
  may(ctx, 'order.read');
  return ctx.db.read(async (tx) => {
    const filter = await filterOf(tx, query);
    const rows = await listOrderRows(tx, { ...query, ...filter });
    return { rows: rows.flatMap(withClient), ...(await sumOrders(tx, filter)) };
  });
}
