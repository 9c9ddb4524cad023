import { getTableColumns, type Placeholder, sql, type Table } from 'drizzle-orm';
import type { Tx } from './engine';

/** A Drizzle query: SQLite prepares it without a name, PostgreSQL under one. */
interface Preparable {
  readonly _: { readonly result: unknown };
  prepare(): unknown;
}

interface Prepared {
  execute(values: Record<string, unknown>): PromiseLike<unknown>;
}

const prepared = new WeakMap<Tx, Map<string, Prepared>>();

function statementOf(tx: Tx, name: string, build: (tx: Tx) => Preparable): Prepared {
  const statements = prepared.get(tx) ?? new Map<string, Prepared>();
  prepared.set(tx, statements);
  const known = statements.get(name);
  if (known) return known;
  const made = (build(tx) as unknown as { prepare(name: string): Prepared }).prepare(name);
  statements.set(name, made);
  return made;
}

/**
 * A query of a request path, built and prepared once a connection: building costs ten times the running.
 * Values stand in it as `sql.placeholder(name)`. The name must be unique for its text.
 */
export function hot<Q extends Preparable>(name: string, build: (tx: Tx) => Q) {
  return async (tx: Tx, values: Record<string, unknown> = {}): Promise<Q['_']['result']> => statementOf(tx, name, build).execute(values);
}

/** A row of a table as such a statement has it: each column of these under its own name. */
export function placed<T extends Table, K extends keyof T['$inferInsert'] & string>(table: T, without: readonly K[]) {
  const names = Object.keys(getTableColumns(table)).filter((name) => !without.some((left) => left === name));
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as Record<
    Exclude<keyof T['$inferInsert'] & string, K>,
    Placeholder
  >;
}
