import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { users, views } from '../schema/users';
import { only } from './only';

export type ViewRow = typeof views.$inferSelect;

/** Views a user sees: his own and those of the team, by name. */
export function listViewRows(tx: Tx, userId: number): Promise<{ view: ViewRow; owner: string | null }[]> {
  return tx
    .select({ view: views, owner: users.displayName })
    .from(views)
    .leftJoin(users, eq(users.id, views.userId))
    .where(and(isNull(views.deletedAt), or(eq(views.userId, userId), eq(views.team, 1))))
    .orderBy(asc(views.name), asc(views.id));
}

export async function findView(tx: Tx, id: number): Promise<ViewRow | undefined> {
  const [row] = await tx
    .select()
    .from(views)
    .where(and(eq(views.id, id), isNull(views.deletedAt)));
  return row;
}

export async function insertView(tx: Tx, row: Omit<ViewRow, 'id'>): Promise<ViewRow> {
  return only(await tx.insert(views).values(row).returning());
}

export async function updateView(tx: Tx, { id, ...values }: ViewRow): Promise<ViewRow> {
  return only(await tx.update(views).set(values).where(eq(views.id, id)).returning());
}
