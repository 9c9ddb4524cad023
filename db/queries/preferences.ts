import { and, eq } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { preferences } from '../schema/users';

/** What a user has set under a name, as JSON. */
export async function readPreference(tx: Tx, userId: number, name: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ json: preferences.json })
    .from(preferences)
    .where(and(eq(preferences.userId, userId), eq(preferences.name, name)));
  return row?.json;
}

export async function writePreference(tx: Tx, row: Omit<typeof preferences.$inferInsert, 'id'>): Promise<void> {
  const { json, updatedAt } = row;
  await tx
    .insert(preferences)
    .values(row)
    .onConflictDoUpdate({ target: [preferences.userId, preferences.name], set: { json, updatedAt } });
}
