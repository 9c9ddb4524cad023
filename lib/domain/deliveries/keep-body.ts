import type { Engine } from '@/db/engines/engine';
import { writeDeliveryBody } from '@/db/queries/delivery-bodies';

/** Keeps what a delivery says, before it is said: an attempt after a crash sends the same. */
export function keepBody(db: Engine, deliveryId: number, body: string): Promise<void> {
  return db.transaction((tx) => writeDeliveryBody(tx, deliveryId, body), { isolation: 'read committed' });
}
