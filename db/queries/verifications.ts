import { desc } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { verifications } from '../schema/runs';

export type VerificationRow = typeof verifications.$inferSelect;

export async function insertVerification(tx: Tx, row: Omit<VerificationRow, 'id'>): Promise<void> {
  await tx.insert(verifications).values(row);
}

/** Newest first. */
export function lastVerifications(tx: Tx, limit: number): Promise<VerificationRow[]> {
  return tx.select().from(verifications).orderBy(desc(verifications.id)).limit(limit);
}
