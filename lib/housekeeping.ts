import type { Engine, Tx } from '@/db/engines/engine';
import { removeConflicts, removeDeliveries, removeExchanges, removeHints, removeRuns } from '@/db/queries/exchange-retention';
import { deleteIdempotencyKeysBefore } from '@/db/queries/idempotency';
import { deleteTracesBefore } from '@/db/queries/users';
import { tidyImports } from '@/lib/domain/imports/forget-imports';

const dayMs = 24 * 3600 * 1000;

/** Rows removed in one transaction, so that nobody waits for long. */
const batch = 500;

async function removeAll(db: Engine, some: (tx: Tx) => Promise<boolean>): Promise<void> {
  while (await db.transaction(some, { isolation: 'read committed' }));
}

/**
 * Clears the doors' own bookkeeping: repeated calls after a day, failed sign-ins after a day, sessions 90 days after their end,
 * rows of imports, what was exchanged with other systems and what waits for a deleted connection after 30 days, deliveries that
 * failed for good and decided conflicts after 180.
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
  await removeAll(db, (tx) => removeDeliveries(tx, { before: at - 30 * dayMs, deadBefore: at - 180 * dayMs }, batch));
  await removeAll(db, (tx) => removeExchanges(tx, at - 30 * dayMs, batch));
  await removeAll(db, (tx) => removeRuns(tx, at - 30 * dayMs, batch));
  await removeAll(db, (tx) => removeConflicts(tx, at - 180 * dayMs, batch));
  await db.transaction((tx) => removeHints(tx, at - 30 * dayMs), { isolation: 'read committed' });
}
