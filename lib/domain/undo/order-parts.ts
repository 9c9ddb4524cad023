import type { Tx } from '@/db/engines/engine';
import { commentsByIds, filesByIds, markCommentDeleted, markFileDeleted } from '@/db/queries/order-parts';
import { type FullOrder, markPaymentDeleted, paymentsByIds } from '@/db/queries/orders';
import type { Ctx } from '../context';
import { paidTotal } from '../payments/store-payments';
import type { Target } from './keepers';
import { idsIn } from './order-fields';

interface Way<R> {
  mark: (tx: Tx, id: number, deletedAt: number | null) => Promise<void>;
  byIds: (tx: Tx, orderId: number, ids: number[]) => Promise<R[]>;
}

interface Rows<R> {
  orderId: number;
  /** The live ones. */
  rows: R[];
  wanted: number[];
}

/** Step: the wanted rows and no others; taken back and brought back by their ids. */
async function setRows<R extends { id: number }>(tx: Tx, ctx: Ctx, { mark, byIds }: Way<R>, { orderId, rows, wanted }: Rows<R>) {
  const stays = rows.filter(({ id }) => wanted.includes(id));
  const missing = wanted.filter((id) => !stays.some((row) => row.id === id));
  for (const { id } of rows) if (!wanted.includes(id)) await mark(tx, id, ctx.now().getTime());
  for (const id of missing) await mark(tx, id, null);
  const back = missing.length > 0 ? await byIds(tx, orderId, missing) : [];
  return [...stays, ...back].sort((a, b) => a.id - b.id);
}

/** Step: an order with those payments, comments and files that a target names; what it does not name stays. */
export async function withParts(tx: Tx, ctx: Ctx, full: FullOrder, target: Target): Promise<FullOrder> {
  const orderId = full.order.id;
  const set = <R extends { id: number }>(name: string, way: Way<R>, rows: R[]) =>
    name in target ? setRows(tx, ctx, way, { orderId, rows, wanted: idsIn(target[name]) }) : rows;
  const payments = await set('payments', { mark: markPaymentDeleted, byIds: paymentsByIds }, full.payments);
  const comments = await set('comments', { mark: markCommentDeleted, byIds: commentsByIds }, full.comments);
  const files = await set('files', { mark: markFileDeleted, byIds: filesByIds }, full.files);
  const byDay = [...payments].sort((a, b) => a.paidDay.localeCompare(b.paidDay) || a.id - b.id);
  return { ...full, payments: byDay, comments, files, order: { ...full.order, paidMinor: paidTotal(byDay) } };
}
