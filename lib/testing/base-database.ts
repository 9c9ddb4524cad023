import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../db/migrate';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated, empty database that test files copy: a file, or the name of a PostgreSQL template. */
    baseDatabase: string;
    scratch: string;
  }
}

/** Runs statements on the server of `TEST_DATABASE_URL`. */
export async function administer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export function databaseOn(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.toString();
}

async function postgresBase(url: string, name: string): Promise<void> {
  // C.UTF-8 orders and folds exactly as SQLite does.
  await administer(url, `DROP DATABASE IF EXISTS ${name}`, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'`);
  await migrate(databaseOn(url, name));
}

/** Once per engine: a migrated database for every test file to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratch = mkdtempSync(join(tmpdir(), 'accounting-tests-'));
  const onPostgres = project.name === 'postgres';
  const url = process.env.TEST_DATABASE_URL ?? '';
  const base = onPostgres ? `accounting_base_${process.pid}` : join(scratch, 'base.db');
  await (onPostgres ? postgresBase(url, base) : migrate(`file:${base}`));
  project.provide('baseDatabase', base);
  project.provide('scratch', scratch);
  return async () => {
    if (onPostgres) await administer(url, `DROP DATABASE IF EXISTS ${base}`);
    rmSync(scratch, { recursive: true, force: true });
  };
}
