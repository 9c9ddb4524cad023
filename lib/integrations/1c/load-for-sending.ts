import { createHash } from 'node:crypto';
import type { Engine } from '@/db/engines/engine';
import type { ConnectionRow } from '@/db/queries/connections';
import { findLink, linksOf } from '@/db/queries/links';
import { findOrder } from '@/db/queries/orders';
import { readSettings } from '@/db/queries/settings';
import type { SentOrder } from './commerceml/sent-order';
import { orderToSend } from './order-to-send';

/** An order with what `mode=success` confirms: exactly this version of it, written exactly so. */
export interface SendingOrder {
  orderId: number;
  version: number;
  /** Of the document, hex. */
  sha256: string;
  document: SentOrder;
}

/** Orders by their numbers as 1C is told them, also those in the bin, in the order asked for; unknown numbers are left out. */
export async function loadForSending(db: Engine, connection: Pick<ConnectionRow, 'id'>, ids: readonly number[]): Promise<SendingOrder[]> {
  return db.read(async (tx) => {
    const settings = await readSettings(tx);
    const sending: SendingOrder[] = [];
    for (const id of ids) {
      const full = await findOrder(tx, id);
      if (!full) continue;
      const [link, client] = [await findLink(tx, connection.id, 'order', id), await findLink(tx, connection.id, 'client', full.client.id)];
      const products = full.lines.flatMap(({ productId }) => productId ?? []);
      const linked = await linksOf(tx, connection.id, 'product', [...new Set(products)]);
      const document = orderToSend(
        full,
        {
          orderId: link?.remoteId ?? undefined,
          number1c: link && (JSON.parse(link.told) as { number?: string }).number,
          clientId: client?.remoteId ?? undefined,
          productIds: new Map(linked.flatMap(({ localId, remoteId }) => (remoteId === null ? [] : [[localId, remoteId]]))),
        },
        settings,
      );
      const sha256 = createHash('sha256').update(JSON.stringify(document)).digest('hex');
      sending.push({ orderId: id, version: full.order.version, sha256, document });
    }
    return sending;
  });
}
