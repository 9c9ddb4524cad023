import { and, eq, lt } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { idempotencyKeys } from '../schema/settings';

export type IdempotencyRow = typeof idempotencyKeys.$inferSelect;
export type IdempotencyScope = Pick<IdempotencyRow, 'userId' | 'method' | 'path' | 'key'>;

export async function findIdempotencyKey(tx: Tx, { userId, method, path, key }: IdempotencyScope): Promise<IdempotencyRow | undefined> {
  const rows = await tx
    .select()
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.userId, userId),
        eq(idempotencyKeys.method, method),
        eq(idempotencyKeys.path, path),
        eq(idempotencyKeys.key, key),
      ),
    );
  return rows[0];
}

/** Throws a `unique` `DbError` when another process was faster with the same key. */
export async function insertIdempotencyKey(tx: Tx, row: Omit<IdempotencyRow, 'id'>, forgetBefore: number): Promise<void> {
  await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, forgetBefore));
  await tx.insert(idempotencyKeys).values(row);
}
