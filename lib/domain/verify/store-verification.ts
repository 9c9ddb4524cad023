import type { Engine } from '@/db/engines/engine';
import { insertVerification } from '@/db/queries/verifications';
import type { Verification } from './verify-database';

/** Keeps what a verification found. `at` is its start, UTC epoch ms. */
export async function storeVerification(db: Engine, { counts, problems }: Verification, at: number, durationMs: number): Promise<void> {
  const row = { at, durationMs, counts: JSON.stringify(counts), problems: JSON.stringify(problems) };
  await db.transaction((tx) => insertVerification(tx, row), { isolation: 'read committed' });
}
