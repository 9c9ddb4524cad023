import { lastVerifications, type VerificationRow } from '@/db/queries/verifications';
import type { Ctx } from '../context';
import { may } from '../permissions';
import type { Verification } from './verify-database';

export interface PastVerification extends Verification, Pick<VerificationRow, 'id' | 'at' | 'durationMs'> {}

/** The last verifications, newest first. */
export async function listVerifications(ctx: Ctx, limit: number): Promise<PastVerification[]> {
  may(ctx, 'verification.read');
  const rows = await ctx.db.read((tx) => lastVerifications(tx, limit));
  return rows.map(({ id, at, durationMs, counts, problems }) => ({
    id,
    at,
    durationMs,
    counts: JSON.parse(counts) as Verification['counts'],
    problems: JSON.parse(problems) as string[],
  }));
}
