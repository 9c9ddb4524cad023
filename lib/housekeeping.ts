import type { Engine } from '@/db/engines/engine';
import { deleteIdempotencyKeysBefore } from '@/db/queries/idempotency';
import { deleteTracesBefore } from '@/db/queries/users';
import { tidyImports } from '@/lib/domain/imports/forget-imports';

const dayMs = 24 * 3600 * 1000;

/**
 * Clears the doors' own bookkeeping: repeated calls after a day, failed sign-ins after a day, sessions 90 days after their end,
 * rows of imports after 30 days.
 */
export async function tidyUp(db: Engine, now: Date): Promise<void> {
  const at = now.getTime();
  await db.transaction(
    async (tx) => {
      await deleteIdempotencyKeysBefore(tx, at - dayMs);
      await deleteTracesBefore(tx, { sessionsBefore: at - 90 * dayMs, failuresBefore: at - dayMs });
    },
    { isolation: 'read committed' },
  );
  await tidyImports(db, now);
}
