import type { Tx } from '@/db/engines/engine';
import type { ClientRow } from '@/db/queries/clients';
import { findClient } from '@/db/queries/clients';
import { type FullOrder, insertOrder, type OrderRow, replaceLines, updateOrder } from '@/db/queries/orders';
import { readSettings } from '@/db/queries/settings';
import { searchText } from '@/lib/search/normalise';
import { actingUser, type Ctx } from '../context';
import { fieldError } from '../errors';
import { diffSnapshots } from '../journal/fields';
import { type Action, recordChange } from '../journal/record-change';
import { formatMinor } from '../money';
import { dayInZone } from '../period';
import { updated } from '../stale';
import { type LineValues, linesFromItems, orderFigures } from './order-lines';
import type { OrderInput } from './schema';
import { orderSnapshot } from './snapshot';

/** The client an order names; an unknown or deleted one is an error of that field. */
async function clientOfOrder(tx: Tx, id: number | undefined): Promise<ClientRow> {
  const client = id === undefined ? undefined : await findClient(tx, id);
  if (!client || client.deletedAt !== null) throw fieldError('client', 'unknown_client');
  return client;
}

function orderSearch(order: Pick<OrderRow, 'description' | 'status' | 'totalMinor'>, lines: readonly LineValues[]): string {
  return searchText([...lines.flatMap((line) => [line.product, line.sku]), order.description, order.status, formatMinor(order.totalMinor)]);
}

/** Step: a new order with its lines, and its journal entry. */
export async function addOrder(tx: Tx, ctx: Ctx, input: OrderInput, kind: string): Promise<FullOrder> {
  const client = await clientOfOrder(tx, input.client);
  const lines = linesFromItems(input.items ?? []);
  const { timeZone } = await readSettings(tx);
  const at = ctx.now().getTime();
  const values = {
    version: 1,
    clientId: client.id,
    status: input.status ?? 'Pending',
    description: input.description ?? '',
    dueDay: input.due_day ?? null,
    businessDay: dayInZone(at, timeZone),
    paidMinor: 0,
    ...orderFigures(lines),
    createdAt: at,
    createdBy: actingUser(ctx),
    updatedAt: at,
    deletedAt: null,
  };
  const order = await insertOrder(tx, { ...values, search: orderSearch(values, lines) });
  const full = { order, client, lines: await replaceLines(tx, order.id, lines), payments: [] };
  const change = { entity: 'order', entityId: order.id, action: 'create', versionBefore: null, versionAfter: order.version } as const;
  await recordChange(tx, ctx, kind, [{ ...change, fields: diffSnapshots(null, orderSnapshot(full)) }]);
  return full;
}

/** Step: an input laid over an order; fields left out stay. Writes nothing when nothing differs. */
export async function saveOrder(tx: Tx, ctx: Ctx, before: FullOrder, input: OrderInput, kind: string): Promise<FullOrder> {
  const moved = input.client !== undefined && input.client !== before.client.id;
  const client = moved ? await clientOfOrder(tx, input.client) : before.client;
  const lines = input.items ? linesFromItems(input.items, before.lines) : before.lines;
  const values = {
    ...before.order,
    clientId: client.id,
    status: input.status ?? before.order.status,
    description: input.description ?? before.order.description,
    dueDay: input.due_day === undefined ? before.order.dueDay : input.due_day,
    ...orderFigures(lines),
  };
  return storeOrder(tx, ctx, before, { ...before, order: values, client, lines }, kind);
}

/** Step: an order as it shall be, in place of `before`, with one journal entry for whatever differs. */
export async function storeOrder(
  tx: Tx,
  ctx: Ctx,
  before: FullOrder,
  after: Omit<FullOrder, 'lines'> & { lines: LineValues[] },
  kind: string,
): Promise<FullOrder> {
  const fields = diffSnapshots(orderSnapshot(before), orderSnapshot(after));
  if (Object.keys(fields).length === 0) return before;
  const row = { ...after.order, search: orderSearch(after.order, after.lines), updatedAt: ctx.now().getTime() };
  const order = updated(await updateOrder(tx, row));
  const lines = fields.items ? await replaceLines(tx, order.id, after.lines.map(withoutKeys)) : before.lines;
  await recordChange(tx, ctx, kind, [
    { entity: 'order', entityId: order.id, action: 'update', versionBefore: before.order.version, versionAfter: order.version, fields },
  ]);
  return { ...after, order, lines };
}

function withoutKeys({
  position,
  product,
  sku,
  unit,
  quantityMilli,
  priceMinor,
  discountMinor,
  vatRate,
  totalMinor,
}: LineValues): LineValues {
  return { position, product, sku, unit, quantityMilli, priceMinor, discountMinor, vatRate, totalMinor };
}

/** Step: an order into the bin, or back from it; the change to record. */
export async function moveOrder(tx: Tx, ctx: Ctx, before: FullOrder, action: Extract<Action, 'delete' | 'restore'>) {
  const deleting = action === 'delete';
  const at = ctx.now().getTime();
  const order = updated(await updateOrder(tx, { ...before.order, deletedAt: deleting ? at : null, updatedAt: at }));
  const snapshot = orderSnapshot(before);
  const fields = deleting ? diffSnapshots(snapshot, null) : diffSnapshots(null, snapshot);
  return { entity: 'order', entityId: order.id, action, versionBefore: before.order.version, versionAfter: order.version, fields } as const;
}
