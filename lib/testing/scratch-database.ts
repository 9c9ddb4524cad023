import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { administer, databaseOn } from './base-database';
import { runCommand, type Settings } from './server';

export const scratchPassword = 'correct horse battery';

export interface ScratchDatabase {
  settings: Settings;
  remove: () => Promise<void>;
}

/** An empty database of its own for started programs, with an administrator `boss`. */
export async function scratchDatabase(engine: 'sqlite' | 'postgres'): Promise<ScratchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'accounting-server-'));
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = `accounting_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  if (engine === 'postgres') await administer(server, `CREATE DATABASE ${name}`);
  const settings = { DATA_DIR: folder, DATABASE_URL: engine === 'postgres' ? databaseOn(server, name) : `file:${join(folder, 'app.db')}` };
  const added = runCommand('user', ['add', 'boss', '--role', 'admin', '--password-stdin'], settings, `${scratchPassword}\n`);
  if (added.status !== 0) throw new Error(added.stderr);
  const remove = async () => {
    rmSync(folder, { recursive: true, force: true });
    if (engine === 'postgres') await administer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { settings, remove };
}

/** The engines that programs are started on: PostgreSQL too where a server for tests is named. */
export const engines = process.env.TEST_DATABASE_URL ? (['sqlite', 'postgres'] as const) : (['sqlite'] as const);
