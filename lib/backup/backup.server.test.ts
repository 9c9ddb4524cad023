import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administer, databaseOn } from '@/lib/testing/base-database';
import { engines, type ScratchDatabase, scratchDatabase, scratchPassword } from '@/lib/testing/scratch-database';
import { runCommand, type Settings, signInAsBrowser, signInTo, startServer } from '@/lib/testing/server';

/** Starts a command and ends it like a power cut after some ms; whether it was still running. */
function killed(command: string, args: string[], settings: Settings, after: number): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [`dist/${command}.mjs`, ...args], { env: { ...process.env, ...settings }, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), after);
    child.once('exit', (_, signal) => {
      clearTimeout(timer);
      done(signal === 'SIGKILL');
    });
  });
}

function verify(settings: Settings): string {
  const { stdout, stderr } = runCommand('verify', [], settings);
  return `${stdout}${stderr}`;
}

const small = ['--clients', '40', '--orders', '400', '--until', '2026-11-23'];

describe.each(engines)('%s', (engine) => {
  let scratch: ScratchDatabase;
  let settings: Settings;
  let file: string;

  beforeAll(async () => {
    scratch = await scratchDatabase(engine);
    settings = scratch.settings;
    file = join(settings.DATA_DIR ?? '', 'backups', 'one');
  });
  afterAll(async () => {
    const server = process.env.TEST_DATABASE_URL ?? '';
    const name = new URL(settings.DATABASE_URL ?? '').pathname.slice(1);
    if (engine === 'postgres') {
      for (const kept of await databasesLike(`${name.slice(0, 30)}_`)) await administer(server, `DROP DATABASE "${kept}" WITH (FORCE)`);
    }
    await scratch.remove();
  });

  async function databasesLike(prefix: string): Promise<string[]> {
    const { Client } = (await import('pg')).default;
    const client = new Client({ connectionString: process.env.TEST_DATABASE_URL });
    await client.connect();
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [prefix]);
    await client.end();
    return rows.map(({ datname }) => datname);
  }

  async function onDatabase(statement: string): Promise<void> {
    if (engine === 'postgres') return administer(settings.DATABASE_URL ?? '', statement);
    const Database = (await import('better-sqlite3')).default;
    const connection = new Database(join(settings.DATA_DIR ?? '', 'app.db'));
    connection.exec(statement);
    connection.close();
  }

  function copyOf(name: string): string {
    copyFileSync(name, `${name}-copy`);
    return `${name}-copy`;
  }

  /** Files beside the database, or databases beside it. */
  async function beside(): Promise<string[]> {
    if (engine === 'sqlite')
      return readdirSync(settings.DATA_DIR ?? '').filter((name) => name.includes('.db') && !/-(wal|shm)$/.test(name));
    return databasesLike(`${new URL(settings.DATABASE_URL ?? '').pathname.slice(1).slice(0, 30)}_`);
  }

  test('a killed seed leaves an empty database that can be seeded', async () => {
    let hits = 0;
    for (const after of [500, 900, 1400]) {
      hits += Number(await killed('seed', ['--clients', '20000', '--orders', '100000'], settings, after));
      expect(verify(settings)).toContain('0 clients, 0 orders, 0 payments, 1 operations: whole');
    }
    expect(hits).toBeGreaterThan(0);
    expect(runCommand('seed', small, settings)).toMatchObject({ status: 0, stderr: '' });
    expect(runCommand('seed', small, settings)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^The database has records already.*\n$/),
    });
    expect(verify(settings)).toContain('40 clients, 400 orders');
  });

  test('a backup beside a server that writes is whole; a restore needs the server stopped and keeps what it replaces', async () => {
    const server = await startServer(settings);
    const api = await signInTo(server.url, 'boss', scratchPassword);
    let writing = true;
    const write = async () => {
      for (let n = 0; writing; n++) {
        const answer = await api.post('/api/orders/add/', { client: 1 + (n % 40), product: 'Стол', price: '10.00' });
        expect(answer.status).toBe(200);
      }
    };
    const load = [write(), write()];
    const child = spawn(process.execPath, ['dist/backup.mjs', file], { env: { ...process.env, ...settings } });
    expect(await new Promise((done) => child.once('exit', done))).toBe(0);
    writing = false;
    await Promise.all(load);
    expect(readdirSync(join(file, '..'))).toEqual(['one']);

    const open = runCommand('restore', [file, '--yes'], settings);
    expect([open.status, open.stderr]).toEqual([1, 'Another program has the database open: stop it first.\n']);
    const seeding = runCommand('seed', small, settings);
    expect([seeding.status, seeding.stderr]).toEqual([
      1,
      engine === 'sqlite' ? 'Another program has the database open: stop it, then seed.\n' : expect.stringContaining('has records already'),
    ]);
    await server.stop();

    expect(runCommand('restore', [file], settings)).toMatchObject({ status: 1, stderr: expect.stringContaining('--yes') });
    const before = verify(settings);
    const restored = runCommand('restore', [file, '--yes'], settings);
    expect([restored.status, restored.stderr]).toEqual([0, '']);
    const replaced = /kept as (.*)\n/.exec(restored.stdout)?.[1] ?? '';
    const url = engine === 'sqlite' ? `file:${replaced}` : databaseOn(settings.DATABASE_URL ?? '', replaced);
    expect(verify({ ...settings, DATABASE_URL: url })).toContain(before.split(':')[0]);
    expect(verify(settings)).toContain('whole');
  });

  test('what is no backup, or a damaged one, changes nothing', async () => {
    const before = await beside();
    const other = `${file}-other`;
    writeFileSync(other, 'a letter to a friend, in any case longer than a header');
    copyFileSync(file, `${file}-damaged`);
    truncateSync(`${file}-damaged`, Math.floor(statSync(file).size / 2));
    const refused = (name: string) => runCommand('restore', [name, '--yes'], settings).stderr;
    expect(refused(other)).toMatch(/is no backup of this program.*\n$/);
    expect(refused(`${file}-damaged`)).toMatch(/is damaged/);
    expect(refused(`${file}-nowhere`)).toMatch(/^There is no file/);
    expect(runCommand('backup', [other], settings).stderr).toMatch(/is no backup: choose another name/);
    expect(readFileSync(other, 'utf8')).toContain('a letter');
    expect(await beside()).toEqual(before);
    expect(verify(settings)).toContain('whole');
  });

  test('killed at any moment, a backup leaves the older one and a restore leaves a whole database', async () => {
    const older = readFileSync(file);
    for (const after of [300, 600, 900, 1200]) {
      if (!(await killed('backup', [file], settings, after))) break;
      if (readFileSync(file).equals(older)) continue;
      // The kill came just after the new one got its name: then that one is whole.
      expect(runCommand('restore', [file, '--yes'], settings).status).toBe(0);
      break;
    }
    expect(runCommand('backup', [file], settings).status).toBe(0);
    expect(readdirSync(join(file, '..')).filter((name) => name.includes('partial'))).toEqual([]);

    for (const after of [250, 450, 650, 850, 1050, 1300]) {
      await killed('restore', [file, '--yes'], settings, after);
      expect(verify(settings)).toContain('whole');
    }
    expect(runCommand('restore', [file, '--yes'], settings).status).toBe(0);
    expect((await beside()).filter((name) => /restoring|trial/.test(name))).toEqual([]);
    expect(engine !== 'sqlite' || existsSync(join(settings.DATA_DIR ?? '', 'app.db'))).toBe(true);
  });

  test('attached files go with a backup and come back with it; a lost one is found', async () => {
    const content = Buffer.from('%PDF-1.7 счёт');
    const sha256 = createHash('sha256').update(content).digest('hex');
    const place = join(settings.DATA_DIR ?? '', 'files', sha256.slice(0, 2), sha256);
    await onDatabase(`INSERT INTO order_files (order_id, name, type, size, sha256, created_at)
      VALUES (1, 'счёт.pdf', 'application/pdf', ${content.length}, '${sha256}', 1)`);
    const withFile = `${file}-with-file`;
    expect(runCommand('backup', [withFile], settings).stderr).toContain('its files are not those of the journal');
    await onDatabase('DELETE FROM order_files');

    const server = await startServer(settings);
    const cookie = await signInAsBrowser(server.url, 'boss', scratchPassword);
    const form = new FormData();
    form.set('file', new File([content], 'счёт.pdf'));
    const headers = { cookie, origin: server.url };
    const answer = await fetch(`${server.url}/files/orders/1`, { method: 'POST', body: form, headers, redirect: 'manual' });
    expect(answer.headers.get('location')).toBe('/orders/1?attached=1#files');
    await server.stop();
    expect(readFileSync(place)).toEqual(content);
    expect(verify(settings)).toContain('whole');

    expect(runCommand('backup', [withFile], settings).stdout).toContain(', 1 files');
    rmSync(place);
    expect(verify(settings)).toContain(`PROBLEM the file ${sha256} is missing`);
    expect(runCommand('backup', [`${file}-without`], settings).stderr).toContain('is missing');
    truncateSync(`${copyOf(withFile)}`, statSync(withFile).size - 1);
    expect(runCommand('restore', [`${withFile}-copy`, '--yes'], settings).stderr).toContain('is damaged');
    expect(runCommand('restore', [withFile, '--yes'], settings)).toMatchObject({ status: 0, stdout: expect.stringContaining(', 1 files') });
    expect(readFileSync(place)).toEqual(content);
    expect(verify(settings)).toContain('whole');
    expect(readdirSync(join(settings.DATA_DIR ?? '', 'files')).filter((name) => /restoring|incoming/.test(name))).toEqual([]);
    expect(runCommand('backup', [withFile], settings).status).toBe(0);
  });

  test('a backup of a newer program is refused in words', async () => {
    const ledger = `INSERT INTO schema_migrations VALUES ('9999_from_the_future', 'x', 'x')`;
    if (engine === 'postgres') await administer(settings.DATABASE_URL ?? '', ledger);
    else {
      const Database = (await import('better-sqlite3')).default;
      const connection = new Database(file);
      connection.exec(ledger);
      connection.close();
    }
    if (engine === 'postgres') {
      const { runOn } = await import('@/db/engines/postgres-programs');
      await runOn('pg_dump', settings.DATABASE_URL ?? '', ['--format=custom', `--file=${file}`]);
      await administer(settings.DATABASE_URL ?? '', `DELETE FROM schema_migrations WHERE tag = '9999_from_the_future'`);
    }
    expect(runCommand('restore', [file, '--yes'], settings)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('a newer version'),
    });
    expect(verify(settings)).toContain('whole');
  });
});
