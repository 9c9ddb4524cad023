import { sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { clients } from '../schema/clients';
import { changes, operations } from '../schema/journal';
import { orders } from '../schema/orders';
import { products } from '../schema/products';
import { lastSeal, type SealRow } from './journal';
import { only } from './only';

/** Whether there has never been a client, a product or an order. */
export async function isWithoutRecords(tx: Tx): Promise<boolean> {
  const client = await tx.select({ id: clients.id }).from(clients).limit(1);
  const product = await tx.select({ id: products.id }).from(products).limit(1);
  return client.length + product.length === 0 && (await tx.select({ id: orders.id }).from(orders).limit(1)).length === 0;
}

/** Where the journal ends: the last ids given, and the last link of the chain. */
export interface LastJournal {
  operationId: number;
  changeId: number;
  seal: SealRow | undefined;
}

export async function lastJournal(tx: Tx): Promise<LastJournal> {
  const operation = only(await tx.select({ id: sql`coalesce(max(${operations.id}), 0)`.mapWith(Number) }).from(operations));
  const change = only(await tx.select({ id: sql`coalesce(max(${changes.id}), 0)`.mapWith(Number) }).from(changes));
  return { operationId: operation.id, changeId: change.id, seal: await lastSeal(tx) };
}
