import { sql } from 'drizzle-orm';
import type { Engine, Tx } from '../engines/engine';

/** What the engine itself finds broken in its storage and its references; one sentence each. */
export async function integrityProblems(db: Engine, tx: Tx): Promise<string[]> {
  if (db.dialect === 'postgres') {
    const rows = await db.rows<{ name: string }>(tx, sql`select conname as name from pg_constraint where not convalidated`);
    return rows.map(({ name }) => `constraint ${name} was never checked`);
  }
  // FTS5 keeps the shape of its index per connection, and its part of the check believes it: a look makes it read anew.
  for (const index of ['client_index', 'order_index']) await db.rows(tx, sql.raw(`select rowid from ${index} limit 1`));
  const storage = await db.rows<{ integrity_check: string }>(tx, sql`pragma integrity_check`);
  const references = await db.rows<{ table: string; rowid: number; parent: string }>(tx, sql`pragma foreign_key_check`);
  return [
    ...storage.filter((row) => row.integrity_check !== 'ok').map((row) => `storage: ${row.integrity_check}`),
    ...references.map((row) => `${row.table} ${row.rowid} refers to a missing row of ${row.parent}`),
  ];
}
