import { findAnyConnection } from '@/db/queries/connections';
import type { Ctx } from '@/lib/domain/context';
import { DomainError, isDomainError } from '@/lib/domain/errors';
import { may } from '@/lib/domain/permissions';
import { openConnection } from '@/lib/integrations/open-connection';
import type { CheckReport } from '@/lib/integrations/provider';
import { workOn } from '@/lib/integrations/work';
import { log } from '@/lib/log';

/** ms that a look at the other side may take in all. */
const patience = 30_000;

/** What an error of a look tells, as the one line of a report. */
function lineOf(error: unknown): CheckReport['lines'][number] {
  if (
    error instanceof Error &&
    'problem' in error &&
    typeof error.problem === 'object' &&
    error.problem !== null &&
    'code' in error.problem
  )
    return { ...(error.problem as { code: string }), ok: false };
  log().error({ err: error }, 'check of a connection failed');
  return { ok: false, code: 'unexpected' };
}

/** Looks at the other side: the address, rights, clock, plan. What went wrong is told as a line. Throws `not_found`. */
export async function checkConnection(ctx: Ctx, id: number): Promise<CheckReport> {
  may(ctx, 'connection.manage');
  const row = await ctx.db.read((tx) => findAnyConnection(tx, id));
  if (!row || row.deletedAt !== null) throw new DomainError('not_found');
  try {
    const opened = openConnection(row);
    const work = workOn(opened, { db: ctx.db, signal: AbortSignal.timeout(patience) });
    return (await opened.provider.check?.(work)) ?? { ok: true, lines: [] };
  } catch (error) {
    if (isDomainError(error)) throw error;
    return { ok: false, lines: [lineOf(error)] };
  }
}
