import { readdirSync, readlinkSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ScratchDatabase, scratchDatabase, scratchPassword } from '@/lib/testing/scratch-database';
import { type RunningServer, runCommand, signInAsBrowser, signInTo, startServer } from '@/lib/testing/server';

let database: ScratchDatabase;
let server: RunningServer;

beforeAll(async () => {
  database = await scratchDatabase('sqlite');
  server = await startServer(database.settings);
}, 60_000);

afterAll(async () => {
  await server.stop();
  await database.remove();
});

/** Connections a process holds to a database file, as Linux tells. */
function connectionsTo(pid: number, file: string): number {
  const links = readdirSync(`/proc/${pid}/fd`).map((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`);
    } catch {
      return '';
    }
  });
  return links.filter((link) => link === file).length;
}

test('one engine serves both doors and the pages: one connection that writes, one that reads', async () => {
  const api = await signInTo(server.url, 'boss', scratchPassword);
  expect((await api.post('/api/orders/get/')).status).toBe(200);
  expect((await fetch(`${server.url}/login`)).status).toBe(200);
  expect((await fetch(`${server.url}/api/auth/providers`)).status).toBe(200);
  expect(await signInAsBrowser(server.url, 'boss', scratchPassword)).toContain('next-auth.session-token');
  expect(connectionsTo(server.process.pid ?? 0, join(database.settings.DATA_DIR ?? '', 'app.db'))).toBe(2);
});

test('the generated secret is kept for its owner alone', () => {
  expect(statSync(join(database.settings.DATA_DIR ?? '', 'auth-secret')).mode & 0o777).toBe(0o600);
});

test('the start prints one line with the address', () => {
  expect(server.output().match(/Ready on http:\/\/127\.0\.0\.1:\d+/g)).toHaveLength(1);
});

test('every page has a policy of its own: its scripts carry the nonce, and no two answers share one', async () => {
  const nonces = [];
  for (let n = 0; n < 2; n++) {
    const page = await fetch(`${server.url}/login`);
    const policy = page.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(policy).toContain("'strict-dynamic'");
    expect(policy).toContain("frame-ancestors 'none'");
    const scripts = (await page.text()).match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
    nonces.push(nonce);
  }
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('a request that is no HTTP is answered with JSON', async () => {
  const { port } = new URL(server.url);
  const answer = await new Promise<string>((done) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write('FOO /api/health/ HTTP/9.9\r\n\r\n'));
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('close', () => done(text));
  });
  expect(answer).toContain('400 Bad Request');
  expect(answer).toContain('"success":false');
});

test('a large body that nobody may send is read, so that the answer arrives', async () => {
  const answer = await fetch(`${server.url}/api/orders/add/`, {
    method: 'POST',
    body: new Uint8Array(12 * 1024 * 1024),
    headers: { 'content-type': 'application/json' },
  });
  expect(answer.status).toBe(401);
  const api = await signInTo(server.url, 'boss', scratchPassword);
  expect((await api.post('/api/orders/add/', { description: 'x'.repeat(3 * 1024 * 1024) })).status).toBe(413);
});

test('a write with the browser’s cookie needs to come from our own pages', async () => {
  const cookie = await signInAsBrowser(server.url, 'boss', scratchPassword);
  const post = (headers: Record<string, string>) =>
    fetch(`${server.url}/api/clients/get/`, { method: 'POST', headers: { cookie, ...headers } });
  expect((await post({})).status).toBe(403);
  expect((await post({ origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await post({ origin: 'null' })).status).toBe(403);
  expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  expect((await post({ origin: server.url })).status).toBe(200);
  expect((await fetch(`${server.url}/api/changes/`, { headers: { cookie } })).status).toBe(200);
});

describe('commands beside the running server', () => {
  test('verify finds everything whole and exits 0', () => {
    expect(runCommand('verify', [], database.settings)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+ clients, \d+ orders, \d+ payments, \d+ operations: whole .*\n$/),
    });
  });

  test('users are added, listed, given passwords and disabled', async () => {
    const run = (args: string[], input = '') => runCommand('user', args, database.settings, input);
    expect(run(['add', 'Анна', '--role', 'viewer', '--password-stdin'], 'secret\n').stdout).toContain('Added Анна (viewer)');
    expect(run(['add', 'анна', '--role', 'viewer', '--password-stdin'], 'secret').status).toBe(1);
    expect(run(['add', 'x', '--role', 'king', '--password-stdin'], 'secret').status).toBe(1);
    expect(run(['add', 'x', '--role', 'viewer']).status).toBe(1);
    expect(run(['list']).stdout).toMatch(/boss\tadmin\n\d+\tАнна\tviewer|Анна\tviewer/);
    const api = await signInTo(server.url, 'Анна', 'secret');
    expect((await api.post('/api/orders/get/')).status).toBe(200);
    expect(run(['passwd', 'анна', '--password-stdin'], 'another\n').status).toBe(0);
    expect((await api.post('/api/orders/get/')).status).toBe(401);
    const again = await signInTo(server.url, 'Анна', 'another');
    expect(run(['disable', 'Анна']).status).toBe(0);
    expect((await again.post('/api/orders/get/')).status).toBe(401);
    expect(run(['disable', 'boss'])).toMatchObject({ status: 1, stderr: expect.stringContaining('последний') });
    expect(run(['disable', 'nobody']).status).toBe(1);
  });
});

test('a database newer than the program is refused with one sentence', async () => {
  const other = await scratchDatabase('sqlite');
  const file = new Database(join(other.settings.DATA_DIR ?? '', 'app.db'));
  file.exec(`INSERT INTO schema_migrations VALUES ('9999_later', 'x', '')`);
  file.close();
  await expect(startServer(other.settings)).rejects.toThrow(/ended with 1: .*newer version of the program[^\n]*\n?$/);
  expect(runCommand('verify', [], other.settings)).toMatchObject({ status: 1, stderr: expect.stringMatching(/newer version/) });
  await other.remove();
});

test('bad settings are named in one sentence', async () => {
  await expect(startServer({ ...database.settings, AUTH_SECRET: 'short' })).rejects.toThrow(
    /ended with 1: Bad settings in the environment – AUTH_SECRET/,
  );
});
