import { lastOrderOf, linesMadeSince } from '@/db/queries/similar-orders';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { productKey } from '../products/product-key';

export interface SimilarOrder {
  id: number;
  /** UTC epoch ms. */
  createdAt: number;
  /** Lines of the new order that stand in it too, and how many the new one has. */
  shared: number;
  of: number;
}

/** An order older than this is no slip of the hand, ms. */
const window = 24 * 3600 * 1000;

/** The client's latest order of the last 24 hours that shares at least half of these products: perhaps the same call, written down twice. */
export async function findSimilarOrder(
  ctx: Ctx,
  { clientId, products }: { clientId: number; products: readonly string[] },
): Promise<SimilarOrder | undefined> {
  may(ctx, 'order.read');
  const keys = products.map(productKey).filter(Boolean);
  if (keys.length === 0) return undefined;
  const rows = await ctx.db.read((tx) => linesMadeSince(tx, clientId, ctx.now().getTime() - window));
  const orders = new Map<number, { createdAt: number; keys: Set<string> }>();
  for (const { id, createdAt, product } of rows) {
    const order = orders.get(id) ?? { createdAt, keys: new Set() };
    orders.set(id, order);
    order.keys.add(productKey(product));
  }
  for (const [id, order] of orders) {
    const shared = keys.filter((key) => order.keys.has(key)).length;
    if (shared * 2 >= keys.length) return { id, createdAt: order.createdAt, shared, of: keys.length };
  }
  return undefined;
}

/** The number of the client's latest order, to be repeated. */
export async function findLastOrder(ctx: Ctx, clientId: number): Promise<number | undefined> {
  may(ctx, 'order.read');
  return ctx.db.read((tx) => lastOrderOf(tx, clientId));
}
