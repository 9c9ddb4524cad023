import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { breathe } from '../engines/breathe';
import type { Tx } from '../engines/engine';
import { hot, placed } from '../engines/hot';
import { clients } from '../schema/clients';
import { orderLines, orders, payments } from '../schema/orders';
import { only } from './only';
import { type CommentRow, type FileRow, hasComments, hasFiles, liveCommentsByOrder, liveFilesByOrder } from './order-parts';

export type OrderRow = typeof orders.$inferSelect;
export type OrderLineRow = typeof orderLines.$inferSelect;
export type PaymentRow = typeof payments.$inferSelect;
type ClientRow = typeof clients.$inferSelect;

/** An order with everything that belongs to it. */
export interface FullOrder {
  order: OrderRow;
  client: ClientRow;
  lines: OrderLineRow[];
  /** These three without deleted ones. */
  payments: PaymentRow[];
  comments: CommentRow[];
  files: FileRow[];
}

const orderById = hot('order.by_id', (tx) =>
  tx
    .select({ order: orders, client: clients, hasComments, hasFiles })
    .from(orders)
    .innerJoin(clients, eq(clients.id, orders.clientId))
    .where(eq(orders.id, sql.placeholder('id'))),
);

const linesByOrder = hot('lines.by_order', (tx) =>
  tx
    .select()
    .from(orderLines)
    .where(eq(orderLines.orderId, sql.placeholder('id')))
    .orderBy(asc(orderLines.position)),
);

const livePaymentsByOrder = hot('payments.by_order', (tx) =>
  tx
    .select()
    .from(payments)
    .where(and(eq(payments.orderId, sql.placeholder('id')), isNull(payments.deletedAt)))
    .orderBy(asc(payments.paidDay), asc(payments.id)),
);

/** An order, also from the bin. */
export async function findOrder(tx: Tx, id: number): Promise<FullOrder | undefined> {
  const [row] = await orderById(tx, { id });
  if (!row) return undefined;
  return {
    order: row.order,
    client: row.client,
    lines: await linesByOrder(tx, { id }),
    payments: await livePaymentsByOrder(tx, { id }),
    comments: row.hasComments ? await liveCommentsByOrder(tx, { id }) : [],
    files: row.hasFiles ? await liveFilesByOrder(tx, { id }) : [],
  };
}

export function linesOf(tx: Tx, orderIds: number[]): Promise<OrderLineRow[]> {
  return tx
    .select()
    .from(orderLines)
    .where(inArray(orderLines.orderId, orderIds))
    .orderBy(asc(orderLines.orderId), asc(orderLines.position));
}

/** Live payments of these orders. */
export function paymentsOf(tx: Tx, orderIds: number[]): Promise<PaymentRow[]> {
  return tx
    .select()
    .from(payments)
    .where(and(inArray(payments.orderId, orderIds), isNull(payments.deletedAt)))
    .orderBy(asc(payments.orderId), asc(payments.paidDay), asc(payments.id));
}

const liveOfClient = hot('orders.live_of_client', (tx) =>
  tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.clientId, sql.placeholder('clientId')), isNull(orders.deletedAt)))
    .orderBy(asc(orders.id)),
);

export async function listLiveOrdersOfClient(tx: Tx, clientId: number): Promise<FullOrder[]> {
  const found = [];
  for (const { id } of await liveOfClient(tx, { clientId })) {
    await breathe();
    found.push(await findOrder(tx, id));
  }
  return found.filter((order) => order !== undefined);
}

/** Orders with one of these numbers of other systems, also from the bin. */
export async function orderIdsByExternalNo(tx: Tx, numbers: readonly string[]): Promise<number[]> {
  if (numbers.length === 0) return [];
  const rows = await tx
    .select({ id: orders.id })
    .from(orders)
    .where(inArray(orders.externalNo, [...numbers]))
    .orderBy(asc(orders.id));
  return rows.map(({ id }) => id);
}

/** The highest number that was given, 0 without any. */
export async function lastOrderId(tx: Tx): Promise<number> {
  return only(await tx.select({ id: sql`coalesce(max(${orders.id}), 0)`.mapWith(Number) }).from(orders)).id;
}

const newOrder = hot('order.insert', (tx) =>
  tx
    .insert(orders)
    .values(placed(orders, ['id']))
    .returning(),
);

export async function insertOrder(tx: Tx, row: Omit<OrderRow, 'id'>): Promise<OrderRow> {
  return only(await newOrder(tx, row));
}

/** Writes an order unless it has changed since `row.version`; the new row, or undefined. */
export async function updateOrder(tx: Tx, row: OrderRow): Promise<OrderRow | undefined> {
  const { id, version, ...values } = row;
  const updated = await tx
    .update(orders)
    .set({ ...values, version: version + 1 })
    .where(and(eq(orders.id, id), eq(orders.version, version)))
    .returning();
  return updated[0];
}

const linesGone = hot('lines.delete', (tx) => tx.delete(orderLines).where(eq(orderLines.orderId, sql.placeholder('orderId'))));
const newLine = hot('line.insert', (tx) =>
  tx
    .insert(orderLines)
    .values(placed(orderLines, ['id']))
    .returning(),
);

export async function replaceLines(tx: Tx, orderId: number, rows: Omit<OrderLineRow, 'id' | 'orderId'>[]): Promise<OrderLineRow[]> {
  await linesGone(tx, { orderId });
  const [single] = rows;
  if (single && rows.length === 1) return newLine(tx, { ...single, orderId });
  return tx
    .insert(orderLines)
    .values(rows.map((row) => ({ ...row, orderId })))
    .returning();
}

export async function insertPayment(tx: Tx, row: Omit<PaymentRow, 'id'>): Promise<PaymentRow> {
  return only(await tx.insert(payments).values(row).returning());
}

/** Takes a payment back (UTC epoch ms), or brings it back with null. */
export async function markPaymentDeleted(tx: Tx, id: number, deletedAt: number | null): Promise<void> {
  await tx.update(payments).set({ deletedAt }).where(eq(payments.id, id));
}

/** Live payments that another system knows by this key. */
export function paymentsByKey(tx: Tx, externalKey: string): Promise<PaymentRow[]> {
  return tx
    .select()
    .from(payments)
    .where(and(eq(payments.externalKey, externalKey), isNull(payments.deletedAt)))
    .orderBy(asc(payments.id));
}

/** The order of a payment, taken back or not. */
export async function orderOfPayment(tx: Tx, id: number): Promise<number | undefined> {
  return (await tx.select({ orderId: payments.orderId }).from(payments).where(eq(payments.id, id)))[0]?.orderId;
}

/** These payments of an order, deleted ones too. */
export function paymentsByIds(tx: Tx, orderId: number, ids: number[]): Promise<PaymentRow[]> {
  return tx
    .select()
    .from(payments)
    .where(and(eq(payments.orderId, orderId), inArray(payments.id, ids)));
}
