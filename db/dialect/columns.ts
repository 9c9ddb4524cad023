/**
 * The column vocabulary: the one schema in `db/schema` is written in these words and becomes
 * SQLite or PostgreSQL tables. Types are SQLite's; the two builders answer to the same calls.
 */
import * as pg from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';
import { dialect } from './name';

const sqliteWords = {
  table: sqlite.sqliteTable,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  check: sqlite.check,
  /** Surrogate key; numbers are never given out twice. */
  id: () => sqlite.integer().primaryKey({ autoIncrement: true }),
  int: () => sqlite.integer(),
  /** Integer kopecks. */
  money: () => sqlite.integer(),
  /** Thousandths of a unit. */
  milli: () => sqlite.integer(),
  /** UTC epoch milliseconds. */
  instant: () => sqlite.integer(),
  /** Calendar day `YYYY-MM-DD` in the organisation's zone. */
  day: () => sqlite.text(),
  text: () => sqlite.text(),
};

const postgresWords = {
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  check: pg.check,
  id: () => pg.bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
  int: () => pg.bigint({ mode: 'number' }),
  money: () => pg.bigint({ mode: 'number' }),
  milli: () => pg.bigint({ mode: 'number' }),
  instant: () => pg.bigint({ mode: 'number' }),
  day: () => pg.text(),
  text: () => pg.text(),
};

const words = dialect === 'postgres' ? (postgresWords as unknown as typeof sqliteWords) : sqliteWords;

export const { table, index, uniqueIndex, check, id, int, money, milli, instant, day, text } = words;
