import { and, asc, desc, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { hot } from '../engines/hot';
import { sessions, signInFailures, users } from '../schema/users';
import { only } from './only';

export type UserRow = typeof users.$inferSelect;
export type SessionRow = typeof sessions.$inferSelect;

export async function findUser(tx: Tx, id: number): Promise<UserRow | undefined> {
  return (await tx.select().from(users).where(eq(users.id, id)))[0];
}

export async function findUserByName(tx: Tx, usernameKey: string): Promise<UserRow | undefined> {
  return (await tx.select().from(users).where(eq(users.usernameKey, usernameKey)))[0];
}

export function listUserRows(tx: Tx): Promise<UserRow[]> {
  return tx.select().from(users).orderBy(asc(users.usernameKey));
}

/** The grammatical gender of these users by their ids. */
export async function gendersOf(tx: Tx, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: users.id, gender: users.gender })
    .from(users)
    .where(inArray(users.id, [...ids]));
  return new Map(rows.map(({ id, gender }) => [id, gender]));
}

export async function countUsers(tx: Tx): Promise<number> {
  return only(await tx.select({ n: sql`count(*)`.mapWith(Number) }).from(users)).n;
}

export async function countActiveAdmins(tx: Tx): Promise<number> {
  return only(
    await tx
      .select({ n: sql`count(*)`.mapWith(Number) })
      .from(users)
      .where(and(eq(users.role, 'admin'), isNull(users.disabledAt))),
  ).n;
}

export async function insertUser(tx: Tx, row: Omit<UserRow, 'id'>): Promise<UserRow> {
  return only(await tx.insert(users).values(row).returning());
}

/** Writes a user unless it has changed since `row.version`; the new row, or undefined. */
export async function updateUser(tx: Tx, row: UserRow): Promise<UserRow | undefined> {
  const { id, version, ...values } = row;
  const updated = await tx
    .update(users)
    .set({ ...values, version: version + 1 })
    .where(and(eq(users.id, id), eq(users.version, version)))
    .returning();
  return updated[0];
}

export async function insertSession(tx: Tx, row: SessionRow): Promise<void> {
  await tx.insert(sessions).values(row);
}

const sessionById = hot('session.by_id', (tx) =>
  tx
    .select({ session: sessions, user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.id, sql.placeholder('id'))),
);

/** A session that stands at `now` (UTC epoch ms) with its user, unless either has ended. */
export async function findLiveSession(tx: Tx, id: string, now: number): Promise<{ session: SessionRow; user: UserRow } | undefined> {
  const [row] = await sessionById(tx, { id });
  const live = row && row.session.endedAt === null && row.session.expiresAt > now && row.user.disabledAt === null;
  return live ? row : undefined;
}

/** The sessions of a user that stand at `now` (UTC epoch ms), the latest seen first. */
export function liveSessionsOf(tx: Tx, userId: number, now: number): Promise<SessionRow[]> {
  return tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt), gt(sessions.expiresAt, now)))
    .orderBy(desc(sql`coalesce(${sessions.seenAt}, ${sessions.createdAt})`), asc(sessions.id));
}

/** When each user was last seen (UTC epoch ms), by his id. */
export async function lastSeenOfUsers(tx: Tx): Promise<Map<number, number>> {
  const rows = await tx
    .select({ userId: sessions.userId, at: sql`max(coalesce(${sessions.seenAt}, ${sessions.createdAt}))`.mapWith(Number) })
    .from(sessions)
    .groupBy(sessions.userId);
  return new Map(rows.map(({ userId, at }) => [userId, at]));
}

/** Notes when sessions were last used, in the order of their ids. */
export async function markSessionsSeen(tx: Tx, seen: readonly (readonly [id: string, at: number])[]): Promise<void> {
  for (const [id, seenAt] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1)))
    await tx.update(sessions).set({ seenAt }).where(eq(sessions.id, id));
}

/** Ends one session of a user, or all of one door, or all. */
export async function endSessions(
  tx: Tx,
  userId: number,
  endedAt: number,
  which: { id?: string; door?: 'web' | 'api' } = {},
): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.endedAt),
        which.id ? eq(sessions.id, which.id) : undefined,
        which.door ? eq(sessions.door, which.door) : undefined,
      ),
    );
}

export async function findFailures(tx: Tx, key: string) {
  return (await tx.select().from(signInFailures).where(eq(signInFailures.key, key)))[0];
}

/** Counts one more failure, or the first after `forgetBefore`; the count. */
export async function countFailure(tx: Tx, key: string, now: number, forgetBefore: number): Promise<number> {
  const again = sql`case when ${signInFailures.updatedAt} < ${forgetBefore} then 1 else ${signInFailures.failures} + 1 end`;
  const row = await tx
    .insert(signInFailures)
    .values({ key, failures: 1, blockedUntil: 0, updatedAt: now })
    .onConflictDoUpdate({ target: signInFailures.key, set: { failures: again, updatedAt: now } })
    .returning({ failures: signInFailures.failures });
  return only(row).failures;
}

export async function blockSignIn(tx: Tx, key: string, blockedUntil: number): Promise<void> {
  await tx.update(signInFailures).set({ blockedUntil }).where(eq(signInFailures.key, key));
}

export async function forgetFailures(tx: Tx, key: string): Promise<void> {
  await tx.delete(signInFailures).where(eq(signInFailures.key, key));
}

/** Sessions that ended or expired, and failures last counted, before an instant. */
export async function deleteTracesBefore(
  tx: Tx,
  { sessionsBefore, failuresBefore }: { sessionsBefore: number; failuresBefore: number },
): Promise<void> {
  await tx.delete(sessions).where(or(lt(sessions.endedAt, sessionsBefore), lt(sessions.expiresAt, sessionsBefore)));
  await tx.delete(signInFailures).where(lt(signInFailures.updatedAt, failuresBefore));
}
