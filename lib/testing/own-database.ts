import { randomUUID } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { closeEngine } from '@/db/client';
import { administer, databaseOn } from './base-database';

/** Every test file works on its own copy of the migrated base. */
const name = `accounting_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
const server = process.env.TEST_DATABASE_URL ?? '';
const onPostgres = /^postgres/.test(process.env.DATABASE_URL ?? '');

process.env.DATA_DIR = inject('scratch');
if (onPostgres) {
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${inject('baseDatabase')}`);
  process.env.DATABASE_URL = databaseOn(server, name);
} else {
  const file = join(inject('scratch'), `${name}.db`);
  copyFileSync(inject('baseDatabase'), file);
  process.env.DATABASE_URL = `file:${file}`;
}

afterAll(async () => {
  await closeEngine();
  if (onPostgres) await administer(server, `DROP DATABASE ${name} WITH (FORCE)`);
});
