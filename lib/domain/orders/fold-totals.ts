import type { Engine } from '@/db/engines/engine';
import { foldDay, lockDayTotals, scatteredDays } from '@/db/queries/day-totals';

const batch = 100;

async function foldBatch(db: Engine): Promise<number> {
  // Read committed: the lock orders the folders, and rows that writers add meanwhile are no conflict.
  return db.transaction(
    async (tx) => {
      await lockDayTotals(db, tx);
      const days = await scatteredDays(tx, batch);
      for (const { day, status } of days) await foldDay(tx, day, status);
      return days.length;
    },
    { isolation: 'read committed' },
  );
}

/** Makes one row of the many that writers added to the totals of a day. What a reader sums stays the same. */
export async function foldDayTotals(db: Engine): Promise<void> {
  if ((await db.read((tx) => scatteredDays(tx, 1))).length === 0) return;
  while ((await foldBatch(db)) === batch);
}
