import { and, eq, gt } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { exchangeSessions } from '../schema/exchange';

export type ExchangeSessionRow = typeof exchangeSessions.$inferSelect;

/** The session of a connection that stands at `now` (UTC epoch ms). */
export async function findExchangeSession(tx: Tx, connectionId: number, now: number): Promise<ExchangeSessionRow | undefined> {
  const standing = and(eq(exchangeSessions.connectionId, connectionId), gt(exchangeSessions.expiresAt, now));
  return (await tx.select().from(exchangeSessions).where(standing))[0];
}

/** Opens a session and so ends the one before. */
export async function replaceExchangeSession(tx: Tx, row: ExchangeSessionRow): Promise<void> {
  await tx.insert(exchangeSessions).values(row).onConflictDoUpdate({ target: exchangeSessions.connectionId, set: row });
}

/** Writes how far a session has come; false when another has taken its place. Holds the row to the end of the transaction. */
export async function updateExchangeSession(
  tx: Tx,
  { connectionId, tokenHash, state, expiresAt }: Pick<ExchangeSessionRow, 'connectionId' | 'tokenHash' | 'state' | 'expiresAt'>,
): Promise<boolean> {
  const written = await tx
    .update(exchangeSessions)
    .set({ state, expiresAt })
    .where(and(eq(exchangeSessions.connectionId, connectionId), eq(exchangeSessions.tokenHash, tokenHash)))
    .returning({ id: exchangeSessions.connectionId });
  return written.length > 0;
}
