import type { Engine } from '@/db/engines/engine';
import { hasUnsealed, insertSeals, lastSeal, lockSeals, unsealedOperations } from '@/db/queries/journal';
import { nextSeal } from './digest';

/** Operations sealed in one transaction; bounded, so that a long backlog does not hold the writer queue. */
const batch = 500;

async function sealBatch(db: Engine): Promise<number> {
  // Read committed: the lock orders the sealers, and each statement must see what was committed while waiting for it.
  return db.transaction(
    async (tx) => {
      await lockSeals(db, tx);
      const waiting = await unsealedOperations(tx, batch);
      if (waiting.length === 0) return 0;
      let last = await lastSeal(tx);
      const links = waiting.map(({ id, digest }) => {
        last = nextSeal(last, id, digest);
        return last;
      });
      await insertSeals(tx, links);
      return links.length;
    },
    { isolation: 'read committed' },
  );
}

/**
 * Gives every committed operation its place in the chain. Called a few times a second and before anything
 * reads the order of operations, so an acknowledged write is always in the next read.
 */
export async function sealJournal(db: Engine): Promise<void> {
  if (!(await db.read(hasUnsealed))) return;
  while ((await sealBatch(db)) === batch);
}
