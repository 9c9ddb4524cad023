import type { Tx } from '@/db/engines/engine';
import type { ClientRow } from '@/db/queries/clients';
import { recountOrder } from '@/db/queries/day-totals';
import { type FullOrder, findOrder, insertOrder, type OrderLineRow, type OrderRow, replaceLines, updateOrder } from '@/db/queries/orders';
import { readSettings } from '@/db/queries/settings';
import { putOrderText } from '@/db/queries/texts';
import { findMain } from '../clients/load-client';
import type { Birth } from '../clients/write-client';
import { actingUser, type Ctx } from '../context';
import { fieldError } from '../errors';
import { diffSnapshots } from '../journal/fields';
import { type Action, type Change, recordChange } from '../journal/record-change';
import { dayInZone } from '../period';
import { withProducts } from '../products/grow-products';
import { updated } from '../stale';
import { type LineValues, linesFromItems, orderFigures } from './order-lines';
import { orderText } from './order-text';
import type { OrderInput } from './schema';
import { orderSnapshot } from './snapshot';

/** The client an order names, or he who took that one's place; an unknown, deleted or erased one is an error of that field. */
async function clientOfOrder(tx: Tx, id: number | undefined): Promise<ClientRow> {
  const client = id === undefined ? undefined : await findMain(tx, id);
  if (!client || client.deletedAt !== null || client.erasedAt !== null) throw fieldError('client', 'unknown_client');
  return client;
}

/** A new order and its lines as they are stored, but for their ids. Throws `validation` for amounts out of range. */
export function newOrder(
  clientId: number,
  input: OrderInput,
  { at, timeZone, createdBy }: Birth,
): { values: Omit<OrderRow, 'id'>; lines: LineValues[] } {
  const lines = linesFromItems(input.items ?? []);
  const values = {
    version: 1,
    clientId,
    status: input.status ?? 'Pending',
    description: input.description ?? '',
    dueDay: input.due_day ?? null,
    businessDay: dayInZone(at, timeZone),
    paidMinor: 0,
    ...orderFigures(lines),
    createdAt: at,
    createdBy,
    repeatOf: input.repeat_of ?? null,
    externalNo: input.external_no || null,
    shippedDay: input.shipped_day ?? null,
    updatedAt: at,
    deletedAt: null,
  };
  return { values, lines };
}

/** The lines of an order with the products they are of; names nobody knew become products. */
async function putLines(tx: Tx, ctx: Ctx, orderId: number, lines: LineValues[]): Promise<OrderLineRow[]> {
  return replaceLines(tx, orderId, await withProducts(tx, lines, ctx.now().getTime()));
}

/** An order can only repeat one that is there; what it was made like is no reason to refuse it. */
async function withKnownRepeat(tx: Tx, input: OrderInput): Promise<OrderInput> {
  const known = input.repeat_of !== undefined && (await findOrder(tx, input.repeat_of)) !== undefined;
  return known ? input : { ...input, repeat_of: undefined };
}

/** Step: a new order with its lines, and the change to record; made now by whoever acts, unless told otherwise (UTC epoch ms). */
export async function makeOrder(
  tx: Tx,
  ctx: Ctx,
  input: OrderInput,
  { at = ctx.now().getTime(), createdBy = actingUser(ctx) }: Partial<Pick<Birth, 'at' | 'createdBy'>> = {},
): Promise<{ order: FullOrder; change: Change }> {
  const client = await clientOfOrder(tx, input.client);
  const { timeZone } = await readSettings(tx);
  const { values, lines } = newOrder(client.id, await withKnownRepeat(tx, input), {
    at,
    timeZone,
    createdBy,
  });
  // An order of long ago that is written today has changed the figures of its day today.
  const order = await insertOrder(tx, { ...values, updatedAt: ctx.now().getTime() });
  await putOrderText(tx, order.id, orderText(order, lines));
  await recountOrder(tx, null, order);
  const full = { order, client, lines: await putLines(tx, ctx, order.id, lines), payments: [], comments: [], files: [] };
  const change = { entity: 'order', entityId: order.id, action: 'create', versionBefore: null, versionAfter: order.version } as const;
  return { order: full, change: { ...change, fields: diffSnapshots(null, orderSnapshot(full)) } };
}

/** Step: the same with its journal entry. */
export async function addOrder(tx: Tx, ctx: Ctx, input: OrderInput, kind: string): Promise<FullOrder> {
  const { order, change } = await makeOrder(tx, ctx, input);
  await recordChange(tx, ctx, kind, [change]);
  return order;
}

/** An order with the fields of an input laid over it; fields left out stay. */
export async function applyOrderInput(tx: Tx, before: FullOrder, input: OrderInput): Promise<OrderAfter> {
  const moved = input.client !== undefined && input.client !== before.client.id;
  const client = moved ? await clientOfOrder(tx, input.client) : before.client;
  const lines = input.items ? linesFromItems(input.items, before.lines) : before.lines;
  const order = {
    ...before.order,
    clientId: client.id,
    status: input.status ?? before.order.status,
    description: input.description ?? before.order.description,
    dueDay: input.due_day === undefined ? before.order.dueDay : input.due_day,
    externalNo: input.external_no === undefined ? before.order.externalNo : input.external_no || null,
    shippedDay: input.shipped_day === undefined ? before.order.shippedDay : input.shipped_day,
    ...orderFigures(lines),
  };
  return { ...before, order, client, lines };
}

/** Step: an input laid over an order, with its journal entry. Writes nothing when nothing differs. */
export async function saveOrder(tx: Tx, ctx: Ctx, before: FullOrder, input: OrderInput, kind: string): Promise<FullOrder> {
  return storeOrder(tx, ctx, before, await applyOrderInput(tx, before, input), kind);
}

type OrderAfter = Omit<FullOrder, 'lines'> & { lines: LineValues[] };

/** Step: an order as it shall be, in place of `before`, and the change to record: none when nothing differs. */
export async function changeOrder(
  tx: Tx,
  ctx: Ctx,
  before: FullOrder,
  after: OrderAfter,
): Promise<{ order: FullOrder; change: Change | undefined }> {
  const fields = diffSnapshots(orderSnapshot(before), orderSnapshot(after));
  if (Object.keys(fields).length === 0) return { order: before, change: undefined };
  const order = updated(await updateOrder(tx, { ...after.order, updatedAt: ctx.now().getTime() }));
  const lines = fields.items ? await putLines(tx, ctx, order.id, after.lines.map(withoutKeys)) : before.lines;
  const text = orderText(order, lines);
  if (text !== orderText(before.order, before.lines)) await putOrderText(tx, order.id, text);
  await recountOrder(tx, before.order, order);
  const versions = { versionBefore: before.order.version, versionAfter: order.version };
  return {
    order: { ...after, order, lines },
    change: { entity: 'order', entityId: order.id, action: 'update', ...versions, fields },
  };
}

/** Step: the same with its journal entry. */
export async function storeOrder(tx: Tx, ctx: Ctx, before: FullOrder, after: OrderAfter, kind: string): Promise<FullOrder> {
  const { order, change } = await changeOrder(tx, ctx, before, after);
  if (change) await recordChange(tx, ctx, kind, [change]);
  return order;
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
export async function moveOrder(tx: Tx, ctx: Ctx, before: FullOrder, action: Extract<Action, 'delete' | 'restore'>): Promise<Change> {
  const deleting = action === 'delete';
  const at = ctx.now().getTime();
  const order = updated(await updateOrder(tx, { ...before.order, deletedAt: deleting ? at : null, updatedAt: at }));
  await recountOrder(tx, before.order, order);
  const snapshot = orderSnapshot(before);
  const fields = deleting ? diffSnapshots(snapshot, null) : diffSnapshots(null, snapshot);
  const versions = { versionBefore: before.order.version, versionAfter: order.version };
  return { entity: 'order', entityId: order.id, action, ...versions, fields };
}
