import type { Engine, Tx } from '@/db/engines/engine';
import { linesWithoutProduct, setProductOfLines } from '@/db/queries/products';
import { withProducts } from './grow-products';

/** Lines filled at once: a few milliseconds in which nobody else writes. */
const batch = 100;

async function fillSome(tx: Tx, at: number): Promise<number> {
  const lines = await linesWithoutProduct(tx, batch);
  const idsOf = new Map<number, number[]>();
  for (const { id, productId } of await withProducts(tx, lines, at))
    if (productId !== null) idsOf.set(productId, [...(idsOf.get(productId) ?? []), id]);
  for (const [productId, ids] of idsOf) await setProductOfLines(tx, ids, productId);
  return lines.length;
}

/**
 * Gives products to the next lines of a database from before there was a catalogue; whether there may be more. What is done is
 * done: after a stop it goes on where it was.
 */
export async function fillProducts(db: Engine, now: Date): Promise<boolean> {
  // Most of the time there is nothing to do, and no reason to stop the writers.
  if ((await db.read((tx) => linesWithoutProduct(tx, 1))).length === 0) return false;
  return (await db.transaction((tx) => fillSome(tx, now.getTime()))) === batch;
}
