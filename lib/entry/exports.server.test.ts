import { get } from 'node:http';
import { expect, test } from 'vitest';
import { engines, scratchDatabase, scratchPassword } from '@/lib/testing/scratch-database';
import { type RunningServer, runCommand, type Session, signInTo, startServer } from '@/lib/testing/server';

/** Their lines are more bytes than a connection holds that nobody reads. */
const orders = 6000;

interface Progress {
  state: string;
  rows: number;
}

async function accessOf(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/token/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'boss', password: scratchPassword }),
  });
  return ((await answer.json()) as { access: string }).access;
}

/** Asks for a download, takes its first piece and no more. */
function begin(url: string, access: string, ticket: string): Promise<{ leave: () => void; rest: () => Promise<number> }> {
  return new Promise((done, fail) => {
    const request = get(`${url}/api/exports/order-lines/?format=json&ticket=${ticket}`, { headers: { authorization: `Bearer ${access}` } });
    request.once('error', fail);
    request.once('response', (response) => {
      response.once('readable', () => {
        let bytes = 0;
        const rest = () =>
          new Promise<number>((whole) => {
            response.on('error', () => undefined);
            response.on('data', (piece: Buffer) => (bytes += piece.length));
            response.once('close', () => whole(bytes));
          });
        done({ leave: () => request.destroy(), rest });
      });
    });
  });
}

async function progress(server: RunningServer, access: string, ticket: string): Promise<Progress> {
  const answer = await fetch(`${server.url}/api/exports/progress/?ticket=${ticket}`, { headers: { authorization: `Bearer ${access}` } });
  return (await answer.json()) as Progress;
}

const one = { last_name: 'Новый', first_name: 'Клиент' };

async function writes(api: Session): Promise<number> {
  return (await api.post('/api/clients/add/', { ...one, email: `c${Math.random()}@example.ru` })).status;
}

test.each(engines)('whoever goes away stops his download on %s, and whoever waits has his turn', { timeout: 240_000 }, async (engine) => {
  const { settings, remove } = await scratchDatabase(engine);
  try {
    expect(runCommand('seed', ['--clients', '300', '--orders', String(orders)], settings).status).toBe(0);
    const server = await startServer(settings);
    const [api, access] = [await signInTo(server.url, 'boss', scratchPassword), await accessOf(server.url)];
    const tickets = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(20));
    const [a = '', b = '', c = '', d = ''] = tickets;
    const [first, second] = [await begin(server.url, access, a), await begin(server.url, access, b)];
    expect((await progress(server, access, a)).state).toBe('running');
    const [third, fourth] = [begin(server.url, access, c), begin(server.url, access, d)];
    await expect.poll(async () => (await progress(server, access, d)).state).toBe('waiting');
    expect((await progress(server, access, c)).state).toBe('waiting');
    // Neither those who read slowly nor those who wait stand in anybody's way.
    expect(await writes(api)).toBe(200);

    first.leave();
    await expect.poll(async () => (await progress(server, access, a)).state).toBe('cancelled');
    const left = (await progress(server, access, a)).rows;
    const going = await third;
    await fetch(`${server.url}/api/exports/cancel/?ticket=${b}`, { method: 'DELETE', headers: { authorization: `Bearer ${access}` } });
    await expect.poll(async () => (await progress(server, access, b)).state).toBe('cancelled');
    second.leave();
    expect(await going.rest()).toBeGreaterThan(1_000_000);
    await (await fourth).rest();
    const ends = [await progress(server, access, c), await progress(server, access, d)];
    expect(ends.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(ends[0]?.rows).toBe(ends[1]?.rows);
    expect(ends[0]?.rows).toBeGreaterThan(left);
    // A HEAD leaves nothing open behind it.
    for (let n = 0; n < 3; n++) {
      const head = await fetch(`${server.url}/api/exports/orders/`, { method: 'HEAD', headers: { authorization: `Bearer ${access}` } });
      expect([head.status, head.headers.get('x-row-count')]).toEqual([200, String(orders)]);
    }
    expect(await writes(api)).toBe(200);
    expect(await server.stop()).toBe(0);

    const printed = runCommand(
      'export',
      ['orders', 'csv', '-', '--preset', 'rfc4180', '--status', 'Completed', '--columns', 'status'],
      settings,
    );
    const lines = printed.stdout.trimEnd().split('\r\n');
    expect([printed.status, lines[0], new Set(lines.slice(1).map((text) => text.split(',')[2])).size]).toEqual([0, 'id,version,status', 1]);
    expect(printed.stderr).toMatch(new RegExp(`^${lines.length - 1} rows, `));
    expect(runCommand('export', ['orders', 'csv', '-', '--from', 'gestern'], settings)).toMatchObject({ status: 1, stdout: '' });
  } finally {
    await remove();
  }
});
