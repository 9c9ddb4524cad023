import { randomUUID } from 'node:crypto';
import type { Tx } from '@/db/engines/engine';
import { findLink, findLinkByRemote, insertLink, type LinkRow, updateLink } from '@/db/queries/links';
import { type FullOrder, findOrder } from '@/db/queries/orders';
import type { LineValues } from '../orders/order-lines';
import { hashOf } from './fingerprint';

/** Lines as they are compared. */
export function hashOfLines(lines: readonly LineValues[]): string {
  return hashOf(
    lines.map(({ product, sku, unit, quantityMilli, priceMinor, discountMinor, vatRate }) => {
      return [product, sku, unit, quantityMilli, priceMinor, discountMinor, vatRate];
    }),
  );
}

type Field = 'status' | 'items' | 'deleted' | 'shipped' | 'paid' | 'money';

/**
 * Field to hash, as both sides had it when they last agreed, spelled as every link spells it: `+items` is theirs as they wrote it,
 * `!items` what a person has allowed to come in.
 */
export type Agreed = Partial<Record<Field | `+${Field}` | `!${Field}`, string>>;

export function agreedIn(link: LinkRow | undefined): Agreed {
  return link ? (JSON.parse(link.fields) as Agreed) : {};
}

/** An order as both sides know it once it was sent. */
function agreedOf({ order, lines }: FullOrder): Agreed {
  return {
    status: hashOf(order.status),
    items: hashOfLines(lines),
    deleted: hashOf(order.deletedAt !== null),
    shipped: hashOf(order.shippedDay),
  };
}

export interface LinkValues {
  localId: number;
  remoteId: string;
  localVersion?: number;
  remoteVersion?: string;
  fields?: Agreed;
  /** The number and the day it goes by over there. */
  told?: { number: string; day: string };
}

/** Step: which record there a record here is, and what both last agreed on; what is left out stays. UTC epoch ms. */
export async function putLink(tx: Tx, connectionId: number, entity: string, values: LinkValues, at: number): Promise<void> {
  const { localId, remoteId, localVersion, remoteVersion, fields, told } = values;
  const known = (await findLinkByRemote(tx, connectionId, entity, remoteId)) ?? (await findLink(tx, connectionId, entity, localId));
  const given = {
    localId,
    remoteId,
    ...(localVersion === undefined ? {} : { localVersion }),
    ...(remoteVersion === undefined ? {} : { remoteVersion }),
    ...(fields === undefined ? {} : { fields: JSON.stringify(fields) }),
    ...(told === undefined ? {} : { told: JSON.stringify({ number: told.number, day: told.day }) }),
  };
  if (known && Object.entries(given).every(([name, value]) => known[name as keyof LinkRow] === value)) return;
  if (known) await updateLink(tx, known.id, { ...given, syncedAt: at });
  else {
    const none = { localVersion: null, remoteVersion: null, fields: '{}', told: '{}', localHash: '', remoteHash: '' };
    const row = { connectionId, entity, uid: randomUUID(), ...none, ...given, createdAt: at, syncedAt: at };
    if (!(await insertLink(tx, row))) throw new Error('A record over there is linked to two of ours');
  }
}

/**
 * Step: orders that the other side has confirmed, in exactly these versions: from now on a document of theirs is known by its id, and
 * what they send back unchanged is no change. An order that was edited in between keeps what was agreed on before. UTC epoch ms.
 */
export async function noteSentOrders(
  tx: Tx,
  connectionId: number,
  sent: readonly { orderId: number; version: number }[],
  at: number,
): Promise<void> {
  for (const { orderId, version } of sent) {
    const full = await findOrder(tx, orderId);
    if (!full) continue;
    const known = await findLink(tx, connectionId, 'order', orderId);
    const values = { localId: orderId, remoteId: known?.remoteId ?? String(orderId) };
    // What they wrote of the lines before is old by now.
    const { '+items': _, ...then } = agreedIn(known);
    const agreed = full.order.version === version ? { localVersion: version, fields: { ...then, ...agreedOf(full) } } : {};
    await putLink(tx, connectionId, 'order', { ...values, ...agreed }, at);
    if (await findLink(tx, connectionId, 'client', full.client.id)) continue;
    await putLink(tx, connectionId, 'client', { localId: full.client.id, remoteId: String(full.client.id) }, at);
  }
}
