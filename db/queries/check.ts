import { and, asc, eq, gt, isNull, lte, max, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { clients } from '../schema/clients';
import { changes, operations, sealQueue } from '../schema/journal';
import { orderLines, orders, payments } from '../schema/orders';
import { reports } from '../schema/reports';
import { clientTexts, orderTexts } from '../schema/search';
import { settings } from '../schema/settings';
import { users } from '../schema/users';
import type { OperationRow } from './journal';
import { only } from './only';
import type { OrderLineRow, OrderRow, PaymentRow } from './orders';

/** An order, also from the bin, with everything that is checked against it. */
interface CheckedOrder {
  order: OrderRow;
  text: string | null;
  lines: OrderLineRow[];
  /** Without deleted ones. */
  payments: PaymentRow[];
}

function byOrder<R extends { orderId: number }>(rows: R[]): Map<number, R[]> {
  const groups = new Map<number, R[]>();
  for (const row of rows) {
    const group = groups.get(row.orderId);
    if (group) group.push(row);
    else groups.set(row.orderId, [row]);
  }
  return groups;
}

/** The next orders by id. */
export async function checkedOrders(tx: Tx, after: number, limit: number): Promise<CheckedOrder[]> {
  const rows = await tx.select().from(orders).where(gt(orders.id, after)).orderBy(asc(orders.id)).limit(limit);
  const last = rows.at(-1)?.id;
  if (last === undefined) return [];
  const lines = await tx
    .select()
    .from(orderLines)
    .where(and(gt(orderLines.orderId, after), lte(orderLines.orderId, last)))
    .orderBy(asc(orderLines.orderId), asc(orderLines.position));
  const paid = await tx
    .select()
    .from(payments)
    .where(and(gt(payments.orderId, after), lte(payments.orderId, last), isNull(payments.deletedAt)));
  // No join: PostgreSQL would merge the texts from the first one on, for every page.
  const texts = await tx
    .select()
    .from(orderTexts)
    .where(and(gt(orderTexts.orderId, after), lte(orderTexts.orderId, last)));
  const [linesOf, paymentsOf, textOf] = [byOrder(lines), byOrder(paid), new Map(texts.map((row) => [row.orderId, row.text]))];
  return rows.map((order) => ({
    order,
    text: textOf.get(order.id) ?? null,
    lines: linesOf.get(order.id) ?? [],
    payments: paymentsOf.get(order.id) ?? [],
  }));
}

/** The next clients by id, also from the bin, with their searched texts. */
export async function checkedClients(tx: Tx, after: number, limit: number) {
  const rows = await tx.select().from(clients).where(gt(clients.id, after)).orderBy(asc(clients.id)).limit(limit);
  const last = rows.at(-1)?.id;
  if (last === undefined) return [];
  const texts = await tx
    .select()
    .from(clientTexts)
    .where(and(gt(clientTexts.clientId, after), lte(clientTexts.clientId, last)));
  const textOf = new Map(texts.map((row) => [row.clientId, row.text]));
  return rows.map((client) => ({ client, text: textOf.get(client.id) ?? null }));
}

/** Records of the small kinds: a few hundred at most. */
export async function smallRecords(tx: Tx) {
  return {
    user: await tx.select({ id: users.id, version: users.version }).from(users),
    report: await tx.select({ id: reports.id, version: reports.version }).from(reports),
    settings: await tx.select({ id: settings.id, version: settings.version }).from(settings),
  };
}

/** The version that the journal knows of each record of a kind with an id after one and, if named, up to another. */
export async function journalVersions(tx: Tx, entity: string, after: number, upTo?: number) {
  const range: SQL[] = [gt(changes.entityId, after), ...(upTo === undefined ? [] : [lte(changes.entityId, upTo)])];
  return tx
    .select({ id: changes.entityId, version: max(changes.versionAfter) })
    .from(changes)
    .where(and(eq(changes.entity, entity), ...range))
    .groupBy(changes.entityId);
}

/** Operations that wait for their seal. */
export async function waitingOperations(tx: Tx): Promise<OperationRow[]> {
  const rows = await tx
    .select({ operation: operations })
    .from(sealQueue)
    .innerJoin(operations, eq(operations.id, sealQueue.operationId))
    .orderBy(asc(operations.id));
  return rows.map(({ operation }) => operation);
}

const count = sql`count(*)`.mapWith(Number);

/** How much there is to look at. */
export async function countEverything(tx: Tx) {
  return {
    clients: only(await tx.select({ n: count }).from(clients)).n,
    orders: only(await tx.select({ n: count }).from(orders)).n,
    payments: only(await tx.select({ n: count }).from(payments)).n,
    operations: only(await tx.select({ n: count }).from(operations)).n,
  };
}
