import type { Tx } from '../engines/engine';
import { clientTexts, orderTexts } from '../schema/search';

/** The searched text of a client, in place of the one before; the index follows in the same transaction. */
export async function putClientText(tx: Tx, clientId: number, text: string): Promise<void> {
  await tx.insert(clientTexts).values({ clientId, text }).onConflictDoUpdate({ target: clientTexts.clientId, set: { text } });
}

/** The same for an order. */
export async function putOrderText(tx: Tx, orderId: number, text: string): Promise<void> {
  await tx.insert(orderTexts).values({ orderId, text }).onConflictDoUpdate({ target: orderTexts.orderId, set: { text } });
}
