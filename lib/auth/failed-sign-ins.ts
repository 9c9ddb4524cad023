import type { Engine } from '@/db/engines/engine';
import { blockSignIn, countFailure, findFailures } from '@/db/queries/users';
import { DomainError } from '@/lib/domain/errors';

const longestWait = 60_000;
const forgetAfter = 15 * 60_000;

/** What failures are counted for, and how many of them cost nothing; then each doubles the wait, up to a minute. */
export interface Guard {
  key: string;
  free: number;
}

/** Throws `too_many_attempts` with the seconds to wait. */
export async function refuseBlocked(db: Engine, guards: readonly Guard[], now: number): Promise<void> {
  const until = await db.read(async (tx) => {
    const rows = [];
    for (const { key } of guards) rows.push(await findFailures(tx, key));
    return Math.max(0, ...rows.map((row) => row?.blockedUntil ?? 0));
  });
  if (until > now) throw new DomainError('too_many_attempts', { retryAfter: Math.ceil((until - now) / 1000) });
}

/** Counts one more failure of each. */
export async function noteFailure(db: Engine, guards: readonly Guard[], now: number): Promise<void> {
  await db.transaction(
    async (tx) => {
      for (const { key, free } of guards) {
        const failures = await countFailure(tx, key, now, now - forgetAfter);
        if (failures >= free) await blockSignIn(tx, key, now + Math.min(longestWait, 1000 * 2 ** Math.min(failures - free, 6)));
      }
    },
    { isolation: 'read committed' },
  );
}
