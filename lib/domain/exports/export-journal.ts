import type { Tx } from '@/db/engines/engine';
import { linesOf, paymentsOf } from '@/db/queries/orders';
import { formalName } from '../clients/client-name';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { type ExportedOrder, findMeantOrders, type OrderWish, orderBlocks } from './export-orders';
import { type Exported, openExport } from './open-export';
import { type Posting, postingsOf } from './postings';

function byOrder<R extends { orderId: number }>(rows: readonly R[]): Map<number, R[]> {
  const groups = new Map<number, R[]>();
  for (const row of rows) {
    const own = groups.get(row.orderId);
    if (own) own.push(row);
    else groups.set(row.orderId, [row]);
  }
  return groups;
}

async function* postingBlocks(tx: Tx, orders: AsyncIterable<ExportedOrder[]>): AsyncGenerator<Posting[]> {
  for await (const block of orders) {
    const ids = block.map(({ order }) => order.id);
    const lines = byOrder(await linesOf(tx, ids));
    const payments = byOrder(await paymentsOf(tx, ids));
    yield block.flatMap(({ order, client }) =>
      postingsOf({ order, clientName: formalName(client), lines: lines.get(order.id) ?? [], payments: payments.get(order.id) ?? [] }),
    );
  }
}

/** The sales of the orders of a filter, or of those named, and their payments, as double entries, as they stand at one moment. */
export async function exportJournal(ctx: Ctx, wish: OrderWish): Promise<Exported<Posting>> {
  may(ctx, 'order.read');
  return openExport(ctx.db, async (tx) => {
    const { found, meant } = await findMeantOrders(tx, ctx, wish);
    return { count: undefined, meant, blocks: postingBlocks(tx, orderBlocks(tx, found, wish)) };
  });
}
