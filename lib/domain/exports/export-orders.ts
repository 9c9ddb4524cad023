import type { Tx } from '@/db/engines/engine';
import type { ClientRow } from '@/db/queries/clients';
import type { OrderRowFilter } from '@/db/queries/order-filter';
import {
  countOrderLines,
  isIndexedOrderSort,
  type ListedOrderRow,
  listedOrdersOf,
  listOrderRows,
  orderKeys,
  sortedOrderIds,
} from '@/db/queries/order-lists';
import { linesOf, type OrderLineRow, type OrderRow } from '@/db/queries/orders';
import type { Ctx } from '../context';
import { countAndSum, maxCounted } from '../orders/count-orders';
import { findOrders } from '../orders/find-orders';
import type { OrderFilter } from '../orders/order-filter';
import type { OrderListSort } from '../orders/schema';
import { may } from '../permissions';
import { forgivingSearch } from '../search';
import { blockRows, type Exported, inOrder, openExport, walk } from './open-export';
import type { ExportWish } from './schema';

export interface ExportedOrder {
  order: OrderRow;
  client: ClientRow;
  /** Who made it, if a user did. */
  author: string | null;
}

export interface ExportedLine extends ExportedOrder {
  line: OrderLineRow;
}

export type OrderWish = ExportWish<OrderFilter, OrderListSort>;

interface Found {
  found: OrderRowFilter;
  meant: string | undefined;
}

/** Step: named orders are meant whatever became of them since; else what the list would show, the other layout tried as there. */
export async function findMeantOrders(tx: Tx, ctx: Ctx, { filter, ids }: OrderWish): Promise<Found> {
  if (ids) return { found: { ...(await findOrders(tx, ctx, { deleted: filter.deleted })), candidates: ids }, meant: undefined };
  const { found, shownFor } = await forgivingSearch(filter.search, async (search) => {
    const found = await findOrders(tx, ctx, { ...filter, search });
    const rows = filter.search ? await listOrderRows(tx, { ...found, sort: 'id', limit: 1 }) : [];
    return { found, rows, passed: 0 };
  });
  return { found, meant: shownFor };
}

function known({ order, client, author }: ListedOrderRow): ExportedOrder[] {
  return client ? [{ order, client, author }] : [];
}

/** Step: the orders of a filter, block by block. */
export async function* orderBlocks(tx: Tx, found: OrderRowFilter, { sorting, ids }: OrderWish): AsyncGenerator<ExportedOrder[]> {
  const query = { ...found, ...sorting };
  const blocks =
    isIndexedOrderSort(sorting.sort) && !ids
      ? walk(
          (after) => listOrderRows(tx, { ...query, after, limit: blockRows }),
          (row) => orderKeys(query, row),
        )
      : inOrder(
          await sortedOrderIds(tx, query),
          (some) => listedOrdersOf(tx, some),
          ({ order }) => order.id,
        );
  for await (const block of blocks) yield block.flatMap(known);
}

/** The orders of a filter, or those named, in the list's order, as they stand at one moment. */
export async function exportOrders(ctx: Ctx, wish: OrderWish): Promise<Exported<ExportedOrder>> {
  may(ctx, 'order.read');
  return openExport(ctx.db, async (tx) => {
    const { found, meant } = await findMeantOrders(tx, ctx, wish);
    const { count } = await countAndSum(tx, found);
    return { count, meant, blocks: orderBlocks(tx, found, wish) };
  });
}

/** Step: the lines of these orders, block by block. */
export async function* lineBlocks(tx: Tx, orders: AsyncIterable<ExportedOrder[]>): AsyncGenerator<ExportedLine[]> {
  for await (const block of orders) {
    const byOrder = new Map<number, OrderLineRow[]>();
    const lines = await linesOf(
      tx,
      block.map(({ order }) => order.id),
    );
    for (const line of lines) {
      const own = byOrder.get(line.orderId);
      if (own) own.push(line);
      else byOrder.set(line.orderId, [line]);
    }
    yield block.flatMap((row) => (byOrder.get(row.order.id) ?? []).map((line) => ({ ...row, line })));
  }
}

/** The lines of these orders, order by order. */
export async function exportOrderLines(ctx: Ctx, wish: OrderWish): Promise<Exported<ExportedLine>> {
  may(ctx, 'order.read');
  return openExport(ctx.db, async (tx) => {
    const { found, meant } = await findMeantOrders(tx, ctx, wish);
    const { count: orders } = await countAndSum(tx, found);
    const few = orders !== undefined && orders <= maxCounted;
    const count = few ? await countOrderLines(tx, found, maxCounted) : undefined;
    return { count, meant, blocks: lineBlocks(tx, orderBlocks(tx, found, wish)) };
  });
}
