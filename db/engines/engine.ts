import type { SQL } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { DialectName } from '../dialect/name';

/**
 * Handle inside a unit of work. Queries are Drizzle's, awaited; the SQLite-only endings
 * (`.get()`, `.all()`, `.run()`) do not exist on PostgreSQL and must not be used.
 */
export type Tx = Pick<BetterSQLite3Database, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'with' | '$with'>;

export interface TransactionOptions {
  /** PostgreSQL only; `read committed` where a lock already orders the writers. Default: serializable. */
  isolation?: 'serializable' | 'read committed';
}

/** Everything as it stood at one moment, for a reader that takes minutes. */
export interface View {
  readonly tx: Tx;
  /** What the engine itself finds broken in its storage, references and search indexes, one sentence each; looked for meanwhile. */
  readonly broken: Promise<string[]>;
}

/**
 * One database. A unit of work awaits queries and `breathe` only – never the network or a timer – and has no effect
 * outside the database, so that it may be run again after a serialization failure.
 */
export interface Engine {
  readonly dialect: DialectName;
  /** A consistent read-only view. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** All or nothing. Throws `DbError` when the engine refuses. */
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /**
   * A view that delays nobody: on SQLite of a copy in `folder`, removed afterwards, on PostgreSQL of a snapshot. Without a
   * folder nobody else may have the database.
   */
  view<T>(folder: string | null, work: (view: View) => Promise<T>): Promise<T>;
  /**
   * A consistent read-only view for a reader that sends what it reads while it reads: on a connection of its own, so that
   * it may wait for the network and others read meanwhile. Run once, never again. It holds old row versions as long as it
   * is open: end it soon.
   */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Raw statement with plain rows out, for the few questions an engine answers in its own words. */
  rows<R>(tx: Tx, query: SQL): Promise<R[]>;
  /**
   * Takes what was overwritten or deleted out of the engine's own files, as far as it keeps such: after an erasure. False
   * when another process was reading all the time; its leftovers go with the engine's next checkpoint then.
   */
  forget(): Promise<boolean>;
  /** A small step of the engine's own upkeep, to be asked for a few times a second. */
  upkeep(): Promise<void>;
  close(): Promise<void>;
}
