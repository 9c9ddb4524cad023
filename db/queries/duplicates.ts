import { and, asc, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { clients } from '../schema/clients';
import type { ClientRow } from './clients';
import { only } from './only';

/** What two clients may share, as it is stored and compared. */
const columns = { phone: clients.mobilePhone, inn: clients.inn, name: clients.nameKey, email: clients.emailKey };

export type SharedKind = Exclude<keyof typeof columns, 'email'>;

const howMany = sql`count(*)`.mapWith(Number);

/** Values that stand at several clients, those in the bin counted too: an answer from the index alone. In order, after one. */
export async function repeatedValues(tx: Tx, kind: SharedKind, after: string, limit: number): Promise<string[]> {
  const column = columns[kind];
  const rows = await tx
    .select({ value: column })
    .from(clients)
    .where(gt(column, after))
    .groupBy(column)
    .having(gt(sql`count(*)`, 1))
    .orderBy(asc(column))
    .limit(limit);
  return rows.flatMap(({ value }) => value ?? []);
}

/** Those of the values that several live clients have, in order, and how many have each. */
export async function valuesInUse(tx: Tx, kind: SharedKind, values: string[]): Promise<{ value: string; clients: number }[]> {
  if (values.length === 0) return [];
  const column = columns[kind];
  const rows = await tx
    .select({ value: column, clients: howMany })
    .from(clients)
    .where(and(inArray(column, values), isNull(clients.deletedAt)))
    .groupBy(column)
    .having(gt(sql`count(*)`, 1))
    .orderBy(asc(column));
  return rows.map((row) => ({ ...row, value: row.value ?? '' }));
}

/** Live clients with a value, the oldest first, save one. */
export function clientsWith(tx: Tx, kind: keyof typeof columns, value: string, limit: number, except = 0): Promise<ClientRow[]> {
  return tx
    .select()
    .from(clients)
    .where(and(eq(columns[kind], value), isNull(clients.deletedAt), ne(clients.id, except)))
    .orderBy(asc(clients.id))
    .limit(limit);
}

/** How many live clients have a value, save one. */
export async function countClientsWith(tx: Tx, kind: keyof typeof columns, value: string, except = 0): Promise<number> {
  const where = and(eq(columns[kind], value), isNull(clients.deletedAt), ne(clients.id, except));
  return only(await tx.select({ n: howMany }).from(clients).where(where)).n;
}
