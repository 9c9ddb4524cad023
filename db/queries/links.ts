import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { links } from '../schema/exchange';

export type LinkRow = typeof links.$inferSelect;
export type NewLink = Omit<LinkRow, 'id'>;

/** What a record of ours is over there. */
export async function findLink(tx: Tx, connectionId: number, entity: string, localId: number): Promise<LinkRow | undefined> {
  const rows = await tx
    .select()
    .from(links)
    .where(and(eq(links.connectionId, connectionId), eq(links.entity, entity), eq(links.localId, localId)));
  return rows[0];
}

/** What a record of theirs is here. */
export async function findLinkByRemote(tx: Tx, connectionId: number, entity: string, remoteId: string): Promise<LinkRow | undefined> {
  const rows = await tx
    .select()
    .from(links)
    .where(and(eq(links.connectionId, connectionId), eq(links.entity, entity), eq(links.remoteId, remoteId)));
  return rows[0];
}

/** The link that a record over there was made under. */
export async function findLinkByUid(tx: Tx, connectionId: number, uid: string): Promise<LinkRow | undefined> {
  return (
    await tx
      .select()
      .from(links)
      .where(and(eq(links.uid, uid), eq(links.connectionId, connectionId)))
  )[0];
}

/** Links of these records of ours. */
export async function linksOf(tx: Tx, connectionId: number, entity: string, localIds: readonly number[]): Promise<LinkRow[]> {
  if (localIds.length === 0) return [];
  return tx
    .select()
    .from(links)
    .where(and(eq(links.connectionId, connectionId), eq(links.entity, entity), inArray(links.localId, [...localIds])));
}

/** Every link of a record, for its card. */
export function linksOfRecord(tx: Tx, entity: string, localId: number): Promise<LinkRow[]> {
  return tx
    .select()
    .from(links)
    .where(and(eq(links.entity, entity), eq(links.localId, localId)))
    .orderBy(asc(links.connectionId));
}

/** Records that go by this number over there; `told` begins with it. */
export async function linksByNumber(tx: Tx, connectionId: number, entity: string, number: string): Promise<LinkRow[]> {
  const start = `{"number":${JSON.stringify(number)},`;
  const pattern = `${start.replace(/[!%_]/g, (sign) => `!${sign}`)}%`;
  const rows = await tx
    .select()
    .from(links)
    .where(and(eq(links.connectionId, connectionId), eq(links.entity, entity), sql`${links.told} like ${pattern} escape '!'`))
    .orderBy(asc(links.id));
  // One engine compares Latin letters in either case.
  return rows.filter(({ told }) => told.startsWith(start));
}

/** A new link; undefined when one of its sides is linked already. */
export async function insertLink(tx: Tx, row: NewLink): Promise<LinkRow | undefined> {
  return (await tx.insert(links).values(row).onConflictDoNothing().returning())[0];
}

export async function updateLink(tx: Tx, id: number, values: Partial<Omit<LinkRow, 'id' | 'uid' | 'connectionId'>>): Promise<void> {
  await tx.update(links).set(values).where(eq(links.id, id));
}

export async function deleteLink(tx: Tx, id: number): Promise<void> {
  await tx.delete(links).where(eq(links.id, id));
}
