import type { InferSelectModel, Table } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { type BulkLoad, type BulkTable, bulkTable } from './bulk';
import { toDbError } from './db-error';
import type { Tx } from './engine';
import { CopyIn, copyValue } from './postgres-copy';

/** Characters of rows that are collected before they are sent. */
const chunk = 1 << 20;

/** Rows of one table on their way, as COPY reads them. */
class Writer {
  private lines: string[] = [];
  private size = 0;

  constructor(private readonly table: BulkTable) {}

  add(row: Record<string, unknown>): void {
    let line = '';
    for (const [n, key] of this.table.keys.entries()) line += n === 0 ? copyValue(row[key]) : `\t${copyValue(row[key])}`;
    this.lines.push(line);
    this.size += line.length;
  }

  /** Sends what there is when it is enough; settles when the server has taken it. */
  send(client: pg.Client, atLeast: number): Promise<void> | undefined {
    if (this.lines.length === 0 || this.size < atLeast) return undefined;
    const copy = new CopyIn(`COPY ${this.table.name} (${this.table.columns.join(', ')}) FROM STDIN`, `${this.lines.join('\n')}\n`);
    this.lines = [];
    this.size = 0;
    client.query(copy);
    return copy.done;
  }
}

async function statements(client: pg.Client, query: string, tables: readonly BulkTable[]): Promise<string[]> {
  const { rows } = await client.query<{ statement: string }>(query, [tables.map(({ name }) => name)]);
  return rows.map(({ statement }) => statement);
}

const ofTables = `= ANY (SELECT to_regclass(name)::oid FROM unnest($1::text[]) AS name)`;

const foreignKeys = `FROM pg_constraint WHERE contype = 'f' AND (conrelid ${ofTables} OR confrelid ${ofTables}) ORDER BY oid`;

const plainIndexes = `FROM pg_index WHERE indrelid ${ofTables} AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
  ORDER BY indexrelid`;

/** Drops what is dearer to keep than to make anew; the statements that make it anew. */
async function dropIndexes(client: pg.Client, tables: readonly BulkTable[]): Promise<string[]> {
  const made = [
    ...(await statements(client, `SELECT pg_get_indexdef(indexrelid) AS statement ${plainIndexes}`, tables)),
    ...(await statements(
      client,
      `SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS statement ${foreignKeys}`,
      tables,
    )),
  ];
  const dropped = [
    ...(await statements(
      client,
      `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS statement ${foreignKeys}`,
      tables,
    )),
    ...(await statements(client, `SELECT format('DROP INDEX %s', indexrelid::regclass) AS statement ${plainIndexes}`, tables)),
  ];
  for (const statement of dropped) await client.query(statement);
  return made;
}

/** Ids given by the database go on after the highest one that was loaded. */
async function setSequences(client: pg.Client, tables: readonly BulkTable[]): Promise<void> {
  for (const { name, columns } of tables) {
    if (!columns.includes('id')) continue;
    await client.query(`SELECT setval(pg_get_serial_sequence('${name}', 'id'), max(id)) FROM ${name} HAVING max(id) IS NOT NULL`);
  }
}

/** PostgreSQL: COPY in one transaction; while the server takes a chunk, the next one is made. */
export async function loadPostgres<T>(url: string, tables: readonly Table[], work: (load: BulkLoad) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query('BEGIN');
    await client.query(`SET LOCAL maintenance_work_mem = '256MB'`);
    const bulkTables = tables.map(bulkTable);
    const again = await dropIndexes(client, bulkTables);
    const writers = new Map(tables.map((table, n) => [table, new Writer(bulkTables[n] ?? bulkTable(table))]));
    let underWay = Promise.resolve();
    const sendEach = async (atLeast: number) => {
      for (const writer of writers.values()) await writer.send(client, atLeast);
    };
    const send = async (atLeast: number) => {
      await underWay;
      underWay = sendEach(atLeast);
      // Its failure is told by whoever waits for it; until then it is not “unhandled”.
      underWay.catch(() => undefined);
    };
    const flushAll = async () => {
      await send(0);
      await underWay;
    };
    const add = <R extends Table>(table: R, row: InferSelectModel<R>) => {
      const writer = writers.get(table);
      if (!writer) throw new Error('a table that this load did not name');
      writer.add(row);
    };
    const result = await work({ tx: drizzle(client, { casing: 'snake_case' }) as unknown as Tx, add, flush: () => send(chunk) });
    await flushAll();
    for (const statement of again) await client.query(statement);
    await setSequences(client, bulkTables);
    for (const { name } of bulkTables) await client.query(`ANALYZE ${name}`);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    throw toDbError(error);
  } finally {
    // An unfinished transaction ends with its connection.
    await client.end().catch(() => undefined);
  }
}
