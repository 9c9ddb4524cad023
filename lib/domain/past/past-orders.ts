import type { Tx } from '@/db/engines/engine';
import type { CommentRow, FileRow } from '@/db/queries/order-parts';
import { findOrder, type OrderLineRow, type OrderRow, type PaymentRow } from '@/db/queries/orders';
import { type Json, type JsonRecord, recordsIn, type Snapshot } from '../journal/fields';
import { parseDecimal } from '../money';
import { orderText } from '../orders/order-text';
import { orderSnapshot } from '../orders/snapshot';
import { foldRecord, type LiveRecord, type PastRecord, type Step, standingRecord } from './fold';
import { orderNames } from './names';
import { learnClients, type PastClient, stepsOf } from './past-clients';

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Kopecks of a recorded amount. */
export function minorOf(value: Json | undefined): number {
  return parseDecimal(text(value), 2) ?? 0;
}

/** The client's id in an order's snapshot; 0 when it is not known. */
export function clientIdOf(snapshot: Snapshot): number {
  const { client } = snapshot;
  return client && typeof client === 'object' && !Array.isArray(client) && typeof client.id === 'number' ? client.id : 0;
}

/** Recorded lines under the names of the table's columns; numbered from 1 in place of their ids. */
export function lineRows(orderId: number, snapshot: Snapshot): OrderLineRow[] {
  return recordsIn(snapshot.items).map((item, index) => ({
    id: index + 1,
    orderId,
    position: index + 1,
    product: text(item.product),
    sku: text(item.sku),
    unit: text(item.unit),
    quantityMilli: parseDecimal(text(item.quantity), 3) ?? 0,
    priceMinor: minorOf(item.price),
    discountMinor: minorOf(item.discount),
    vatRate: typeof item.vat_rate === 'number' ? item.vat_rate : null,
    totalMinor: minorOf(item.total_price),
    productId: null,
  }));
}

/** The same for payments. */
export function paymentRows(orderId: number, snapshot: Snapshot): PaymentRow[] {
  return recordsIn(snapshot.payments).map((item) => ({
    id: typeof item.id === 'number' ? item.id : 0,
    orderId,
    paidDay: text(item.day),
    amountMinor: minorOf(item.amount),
    method: text(item.method),
    note: text(item.note),
    externalKey: text(item.external_key) || null,
    createdAt: 0,
    createdBy: null,
    deletedAt: null,
  }));
}

/** Who and when of a recorded comment or file. */
function originOf(item: JsonRecord) {
  const id = typeof item.id === 'number' ? item.id : 0;
  const createdBy = typeof item.author === 'number' ? item.author : null;
  return { id, createdBy, createdAt: Date.parse(text(item.at)) || 0, deletedAt: null };
}

/** The same for comments. */
export function commentRows(orderId: number, snapshot: Snapshot): CommentRow[] {
  return recordsIn(snapshot.comments).map((item) => ({ ...originOf(item), orderId, text: text(item.text) }));
}

/** The same for files. */
export function fileRows(orderId: number, snapshot: Snapshot): FileRow[] {
  return recordsIn(snapshot.files).map((item) => {
    const size = typeof item.size === 'number' ? item.size : 0;
    return { ...originOf(item), orderId, name: text(item.name), type: text(item.type), size, sha256: text(item.sha256) };
  });
}

/** An order's row in a list of the past. */
export interface PastOrder {
  id: number;
  createdAt: number;
  businessDay: string;
  existence: PastRecord['existence'];
  clientId: number;
  /** As he was called then. */
  clientName: string;
  status: string;
  product: string;
  lineCount: number;
  totalMinor: number;
  /** What it would have been found by, besides its client. */
  text: string;
  /** Fields whose value then nobody knows any more. */
  erased: string[];
}

export function liveOrder(tx: Tx, order: OrderRow): LiveRecord {
  const { version, createdAt, updatedAt, deletedAt } = order;
  const snapshot = async () => {
    const full = await findOrder(tx, order.id);
    return full ? orderSnapshot(full) : {};
  };
  return { version, createdAt, updatedAt, deletedAt, snapshot };
}

function foldedOrder(order: OrderRow, { existence, snapshot, erased }: PastRecord): PastOrder {
  const lines = lineRows(order.id, snapshot);
  const totalMinor = minorOf(snapshot.total_price);
  const status = text(snapshot.status);
  return {
    id: order.id,
    createdAt: order.createdAt,
    businessDay: order.businessDay,
    existence,
    clientId: clientIdOf(snapshot),
    clientName: '',
    status,
    product: lines[0]?.product ?? '',
    lineCount: lines.length,
    totalMinor,
    text: orderText(
      { id: order.id, externalNo: text(snapshot.external_no) || null, description: text(snapshot.description), status, totalMinor },
      lines,
    ),
    erased,
  };
}

function standingOrder(order: OrderRow, searched: string | null): PastOrder {
  const { id, createdAt, businessDay, deletedAt, clientId, status, product, lineCount, totalMinor } = order;
  const existence = deletedAt === null ? 'live' : 'deleted';
  const shown = { id, createdAt, businessDay, existence, clientId, status, product, lineCount, totalMinor } as const;
  return { ...shown, clientName: '', text: searched ?? '', erased: [] };
}

/**
 * Orders as they were at a moment (UTC epoch ms), each with its client's name then. `known` keeps the clients met so far.
 */
export async function ordersAsOf(
  tx: Tx,
  rows: readonly { order: OrderRow; text: string | null }[],
  at: number,
  known: Map<number, PastClient>,
): Promise<PastOrder[]> {
  const changed = rows.filter(({ order }) => order.updatedAt > at).map(({ order }) => order.id);
  const steps = await stepsOf(tx, 'order', changed);
  const past: PastOrder[] = [];
  for (const { order, text: searched } of rows) {
    if (order.updatedAt > at)
      past.push(foldedOrder(order, await foldRecord(orderNames, liveOrder(tx, order), steps.get(order.id) ?? [], at)));
    else past.push(standingOrder(order, searched));
  }
  const ids = past.map(({ clientId }) => clientId).filter((id) => id > 0);
  await learnClients(tx, known, ids, at);
  return past.map((order) => ({ ...order, clientName: known.get(order.clientId)?.name ?? '' }));
}

/** An order's state with its client called as he was at that moment, whatever the order's own changes say. */
export async function nameClientAsOf(tx: Tx, record: PastRecord, at: number): Promise<PastRecord> {
  const id = clientIdOf(record.snapshot);
  if (id === 0) return record;
  const known = new Map<number, PastClient>();
  await learnClients(tx, known, [id], at);
  return { ...record, snapshot: { ...record.snapshot, client: { id, name: known.get(id)?.name ?? '' } } };
}

/** A whole order at a moment, from all its changes. */
export async function orderAsOf(tx: Tx, order: OrderRow, steps: readonly Step[], at: number): Promise<PastRecord> {
  const live = liveOrder(tx, order);
  const record = order.updatedAt <= at ? await standingRecord(live) : await foldRecord(orderNames, live, steps, at);
  return nameClientAsOf(tx, record, at);
}
