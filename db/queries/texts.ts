import { sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { hot, placed } from '../engines/hot';
import { clientTexts, orderTexts } from '../schema/search';

const set = { text: sql`excluded.text` };

const clientText = hot('client_text.put', (tx) =>
  tx.insert(clientTexts).values(placed(clientTexts, [])).onConflictDoUpdate({ target: clientTexts.clientId, set }),
);

const orderText = hot('order_text.put', (tx) =>
  tx.insert(orderTexts).values(placed(orderTexts, [])).onConflictDoUpdate({ target: orderTexts.orderId, set }),
);

/** The searched text of a client, in place of the one before; the index follows in the same transaction. */
export async function putClientText(tx: Tx, clientId: number, text: string): Promise<void> {
  await clientText(tx, { clientId, text });
}

/** The same for an order. */
export async function putOrderText(tx: Tx, orderId: number, text: string): Promise<void> {
  await orderText(tx, { orderId, text });
}
