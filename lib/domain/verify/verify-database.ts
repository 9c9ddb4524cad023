import { integrityProblems } from '@/db/dialect/integrity';
import type { Engine } from '@/db/engines/engine';
import { sealJournal } from '../journal/seal';
import { verifyChain } from '../journal/verify-chain';
import { verifyOrders } from './verify-orders';

export interface Verification {
  /** What was looked at. */
  counts: { orders: number; operations: number };
  /** One sentence each; empty when everything is whole. */
  problems: string[];
}

/** Checks storage, references, totals and the journal's chain over one view of the data. Works beside a running server. */
export async function verifyDatabase(db: Engine): Promise<Verification> {
  await sealJournal(db);
  return db.read(async (tx) => {
    const integrity = await integrityProblems(db, tx);
    const { orders, problems } = await verifyOrders(tx);
    const chain = await verifyChain(tx);
    return { counts: { orders, operations: chain.operations }, problems: [...integrity, ...problems, ...chain.problems] };
  });
}
