import type Database from 'better-sqlite3';
import type { InferSelectModel, Table } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { searchIndexes, triggerStatements } from '../triggers';
import { type BulkLoad, type BulkTable, bulkTable } from './bulk';
import { toDbError } from './db-error';
import { sqlitePath } from './sqlite';
import { openSqliteAlone } from './sqlite-alone';

/** Rows a statement: with ids that the caller gives, SQLite notes the highest one after every statement. */
const rowsAtOnce = 40;

/** Collects rows of one table and writes them many at once. */
class Writer {
  private values: unknown[] = [];
  private readonly many: Database.Statement;
  private readonly one: Database.Statement;

  constructor(
    connection: Database.Database,
    private readonly table: BulkTable,
  ) {
    const row = `(${table.columns.map(() => '?').join(', ')})`;
    const insert = (rows: number) =>
      connection.prepare(`INSERT INTO ${table.name} (${table.columns.join(', ')}) VALUES ${Array(rows).fill(row).join(', ')}`);
    this.many = insert(rowsAtOnce);
    this.one = insert(1);
  }

  add(row: Record<string, unknown>): void {
    for (const key of this.table.keys) this.values.push(row[key]);
    if (this.values.length < rowsAtOnce * this.table.keys.length) return;
    this.many.run(this.values);
    this.values = [];
  }

  flush(): void {
    const width = this.table.keys.length;
    for (let at = 0; at < this.values.length; at += width) this.one.run(this.values.slice(at, at + width));
    this.values = [];
  }
}

/** Drops indexes and triggers of the tables; the statements that make the indexes again. */
function dropIndexes(connection: Database.Database, tables: readonly BulkTable[]): string[] {
  const objects = connection
    .prepare<unknown[], { type: string; name: string; sql: string }>(
      `SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL
       AND tbl_name IN (${tables.map(() => '?').join(', ')}) ORDER BY rowid`,
    )
    .all(tables.map(({ name }) => name));
  for (const { type, name } of objects) connection.exec(`DROP ${type} ${name}`);
  return objects.filter(({ type }) => type === 'index').map(({ sql }) => sql);
}

/**
 * SQLite: alone with the file and with a rollback journal, since that keeps of a nearly empty database next to nothing, while
 * a log would take every row twice. After a SIGKILL the next one to open the file takes everything back.
 */
export async function loadSqlite<T>(url: string, tables: readonly Table[], work: (load: BulkLoad) => Promise<T>): Promise<T> {
  const connection = openSqliteAlone(sqlitePath(url));
  try {
    connection.exec('ROLLBACK');
    connection.pragma('foreign_keys = OFF');
    connection.pragma('cache_size = -65536');
    connection.exec('BEGIN EXCLUSIVE');
    const bulkTables = tables.map(bulkTable);
    const indexes = dropIndexes(connection, bulkTables);
    const writers = new Map(bulkTables.map((table) => [table.name, new Writer(connection, table)]));
    const byTable = new Map(tables.map((table, n) => [table, writers.get(bulkTables[n]?.name ?? '')]));
    const flush = async () => {
      for (const writer of writers.values()) writer.flush();
    };
    const add = <R extends Table>(table: R, row: InferSelectModel<R>) => {
      const writer = byTable.get(table);
      if (!writer) throw new Error('a table that this load did not name');
      writer.add(row);
    };
    const result = await work({ tx: drizzle(connection, { casing: 'snake_case' }), add, flush });
    await flush();
    for (const statement of indexes) connection.exec(statement);
    for (const index of searchIndexes) connection.exec(`INSERT INTO ${index}(${index}) VALUES ('rebuild')`);
    for (const statement of triggerStatements('sqlite')) connection.exec(statement);
    connection.exec('COMMIT');
    return result;
  } catch (error) {
    throw toDbError(error);
  } finally {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    connection.pragma('journal_mode = WAL');
    connection.close();
  }
}
