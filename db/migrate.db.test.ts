import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { administer, databaseOn } from '@/lib/testing/base-database';
import { createEngine } from './client';
import { dialect } from './dialect/name';
import type { Engine } from './engines/engine';
import { migrate, readMigrations } from './migrate';
import { triggerNames } from './triggers';

const server = process.env.TEST_DATABASE_URL ?? '';
const made: string[] = [];
let url = '';

async function freshDatabase(): Promise<string> {
  const name = `accounting_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  if (dialect === 'sqlite') return `file:${join(inject('scratch'), `${name}.db`)}`;
  made.push(name);
  await administer(server, `CREATE DATABASE ${name}`);
  return databaseOn(server, name);
}

async function using<T>(work: (db: Engine) => Promise<T>): Promise<T> {
  const db = createEngine(url);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

const run = (db: Engine, statement: string) => db.transaction(async (tx) => db.rows(tx, sql.raw(statement)));
/** SQLite answers rows only to statements that have some. */
const change = (statement: string) => using((db) => run(db, dialect === 'sqlite' ? `${statement} RETURNING 1` : statement));

beforeEach(async () => {
  url = await freshDatabase();
});

afterAll(async () => {
  for (const name of made) await administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});

const next = (...statements: string[]) => [...readMigrations(dialect), { tag: '9999_next', hash: 'x', statements }];
const tables = () =>
  using(async (db) => {
    const query =
      dialect === 'sqlite'
        ? `SELECT name FROM sqlite_master WHERE type = 'table'`
        : `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
    return (await db.read((tx) => db.rows<{ name: string }>(tx, sql.raw(query)))).map(({ name }) => name);
  });

test('a fresh database gets everything, a second start nothing', async () => {
  expect(await migrate(url)).toEqual(readMigrations(dialect).map(({ tag }) => tag));
  expect(await migrate(url)).toEqual([]);
  expect(await tables()).toEqual(expect.arrayContaining(['clients', 'orders', 'operations', 'seals', 'schema_migrations']));
});

test('a migration that fails leaves nothing of itself', async () => {
  await migrate(url);
  await expect(migrate(url, next('CREATE TABLE half (id integer)', 'SELECT * FROM nowhere'))).rejects.toThrow();
  expect(await tables()).not.toContain('half');
  expect(await migrate(url, next('CREATE TABLE whole (id integer)'))).toEqual(['9999_next']);
});

test('a database newer than the program is refused with one clear sentence', async () => {
  await migrate(url, next('CREATE TABLE later (id integer)'));
  await expect(migrate(url)).rejects.toThrow(/newer version of the program \(it has 9999_next\)/);
});

test('a migration other than the one applied is refused', async () => {
  await migrate(url);
  const changed = readMigrations(dialect).map((migration) => ({ ...migration, hash: 'other' }));
  await expect(migrate(url, changed)).rejects.toThrow(/differs/);
});

test('several instances may start at once', async () => {
  const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(url)));
  expect(applied.filter((tags) => tags.length > 0)).toHaveLength(1);
});

test('a database that has lost a trigger is refused, by name', async () => {
  await migrate(url);
  const drop = dialect === 'sqlite' ? 'DROP TRIGGER seals_no_delete' : 'DROP TRIGGER seals_no_delete ON seals';
  await using(async (db) => {
    if (dialect === 'sqlite') {
      const { openSqlite, sqlitePath } = await import('./engines/sqlite');
      const connection = openSqlite(sqlitePath(url));
      connection.exec(drop);
      connection.close();
    } else await run(db, drop);
  });
  await expect(migrate(url)).rejects.toThrow(/seals_no_delete/);
});

test('rebuilding a parent table keeps its children and the triggers', async () => {
  await migrate(url);
  await change(
    `INSERT INTO operations (kind, source, actor_type, actor_name, request_id, at, digest) VALUES ('x', 'cli', 'system', '', '', 0, '')`,
  );
  await change(
    `INSERT INTO changes (operation_id, position, entity, entity_id, action, value_digest) VALUES (1, 0, 'client', 1, 'create', '')`,
  );
  const rebuild =
    dialect === 'sqlite'
      ? [
          'CREATE TABLE copy AS SELECT * FROM operations',
          'DROP TABLE operations',
          'CREATE TABLE operations (id integer PRIMARY KEY AUTOINCREMENT, kind text, source text, actor_type text, actor_id integer, actor_name text, request_id text, group_id integer, at integer, digest text, undoes integer)',
          'INSERT INTO operations SELECT * FROM copy',
          'DROP TABLE copy',
        ]
      : ["ALTER TABLE operations ALTER COLUMN kind SET DEFAULT 'x'"];
  await migrate(url, next(...rebuild));
  const children = await using((db) => db.read((tx) => db.rows(tx, sql`SELECT operation_id FROM changes`)));
  expect(children).toHaveLength(1);
  await expect(change(`UPDATE operations SET kind = 'y'`)).rejects.toThrow();
});

describe('the journal is append-only', () => {
  beforeEach(async () => {
    await migrate(url);
    await change(
      `INSERT INTO operations (id, kind, source, actor_type, actor_name, request_id, at, digest) VALUES (1, 'order.edit', 'cli', 'system', '', '', 0, ''), (2, 'privacy.erase', 'cli', 'system', '', '', 0, '')`,
    );
    await change(
      `INSERT INTO changes (id, operation_id, position, entity, entity_id, action, value_digest) VALUES (1, 1, 0, 'client', 1, 'create', '')`,
    );
    await change(`INSERT INTO change_values (change_id, salt, json) VALUES (1, 'salt', '{}')`);
    await change(`INSERT INTO seals (seq, operation_id, prev_hash, hash) VALUES (1, 1, '', '')`);
  });

  test.each([
    ...['operations', 'changes', 'seals'].flatMap((table) => [
      `DELETE FROM ${table}`,
      `UPDATE ${table} SET ${table === 'operations' ? 'kind' : table === 'changes' ? 'entity' : 'hash'} = 'y'`,
    ]),
    'DELETE FROM change_values',
    `UPDATE change_values SET json = '{"forged":1}'`,
    'UPDATE change_values SET salt = NULL, json = NULL',
    'UPDATE change_values SET salt = NULL, json = NULL, erased_by = 1',
    'UPDATE change_values SET json = NULL, erased_by = 2',
    ...(dialect === 'postgres'
      ? ['TRUNCATE seals']
      : [`REPLACE INTO seals (seq, operation_id, prev_hash, hash) VALUES (1, 1, 'forged', '')`]),
  ])('%s is refused', async (statement) => {
    await expect(change(statement)).rejects.toThrow();
    expect(await using((db) => db.read((tx) => db.rows<{ json: string }>(tx, sql`SELECT json FROM change_values`)))).toEqual([
      { json: '{}' },
    ]);
  });

  test('values may be emptied by an erasure the journal knows', async () => {
    await change('UPDATE change_values SET salt = NULL, json = NULL, erased_by = 2');
    expect(await using((db) => db.read((tx) => db.rows<{ json: string | null }>(tx, sql`SELECT json FROM change_values`)))).toEqual([
      { json: null },
    ]);
  });
});

test('every trigger has a name of its own', () => {
  expect(new Set(triggerNames(dialect)).size).toBe(triggerNames(dialect).length);
});
