import type { Tx } from '@/db/engines/engine';
import { type FullOrder, findOrder } from '@/db/queries/orders';
import { DomainError } from '../errors';

/** A live order with its lines and payments, or `not_found`. */
export async function loadOrder(tx: Tx, id: number): Promise<FullOrder> {
  const found = await findOrder(tx, id);
  if (!found || found.order.deletedAt !== null) throw new DomainError('not_found');
  return found;
}
