import { and, eq, lt, type SQL } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { idempotencyKeys } from '../schema/settings';

export type IdempotencyRow = typeof idempotencyKeys.$inferSelect;
export type IdempotencyScope = Pick<IdempotencyRow, 'userId' | 'method' | 'path' | 'key'>;

function inScope({ userId, method, path, key }: IdempotencyScope): SQL | undefined {
  return and(
    eq(idempotencyKeys.userId, userId),
    eq(idempotencyKeys.method, method),
    eq(idempotencyKeys.path, path),
    eq(idempotencyKeys.key, key),
  );
}

export async function findIdempotencyKey(tx: Tx, scope: IdempotencyScope): Promise<IdempotencyRow | undefined> {
  return (await tx.select().from(idempotencyKeys).where(inScope(scope)))[0];
}

/** In place of the same key from before `forgetBefore`. Throws a `unique` `DbError` when another process was faster with it. */
export async function insertIdempotencyKey(tx: Tx, row: Omit<IdempotencyRow, 'id'>, forgetBefore: number): Promise<void> {
  await tx.delete(idempotencyKeys).where(and(inScope(row), lt(idempotencyKeys.createdAt, forgetBefore)));
  await tx.insert(idempotencyKeys).values(row);
}

export async function deleteIdempotencyKeysBefore(tx: Tx, instant: number): Promise<void> {
  await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, instant));
}
