import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testCertificate } from '@/lib/testing/certificate';
import { allowedPlaces } from './addresses';
import { createGuardedHttp, type Resolve } from './guarded-http';
import type { PeerRequest } from './peer-http';

const open: Server[] = [];

async function listen(server: Server, host: string, port = 0): Promise<number> {
  open.push(server);
  await new Promise<void>((done) => server.listen(port, host, done));
  return (server.address() as AddressInfo).port;
}

const never = new AbortController().signal;
const guarded = (allow: string[], resolve?: Resolve) =>
  createGuardedHttp({ allowed: allowedPlaces(allow), ...(resolve ? { resolve } : {}) });
const get = (url: string): PeerRequest => ({ method: 'GET', url });
const problemOf = (sent: Promise<unknown>) =>
  sent.then(
    () => 'sent',
    (error: { problem?: { code: string } }) => error.problem?.code,
  );

let port = 0;
const calls = { first: 0, second: 0 };
const seen: Record<string, unknown>[] = [];

const pages: Record<string, RequestListener> = {
  '/redirect': (_, answer) => answer.writeHead(302, { location: `http://127.0.0.1:${port}/secret` }).end(),
  '/gzip': (_, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed')),
  '/br': (_, answer) => answer.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('packed')),
  '/cut': (_, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed'.repeat(100)).subarray(0, 20)),
  '/no-gzip': (_, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end('plain'),
  '/strange': (_, answer) => answer.writeHead(200, { 'content-encoding': 'zstd' }).end('plain'),
  '/bomb': (_, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(64 * 1024 * 1024))),
  '/large': (_, answer) => answer.writeHead(200).end(Buffer.alloc(9 * 1024 * 1024, 'x')),
  '/drip': (_, answer) => {
    answer.writeHead(200);
    const timer = setInterval(() => answer.write('.'), 20);
    answer.on('close', () => clearInterval(timer));
  },
  '/hang': () => undefined,
  '/reset': (request) => request.socket.destroy(),
  '/cookie': (_, answer) => answer.writeHead(200, { 'set-cookie': ['a=1', 'b=2'] }).end(),
};

beforeAll(async () => {
  // Two machines: 127.0.0.2 is allowed, 127.0.0.1 is not.
  const first = createServer((request, answer) => {
    calls.first++;
    seen.push(request.headers);
    const page = pages[request.url ?? ''];
    if (page) page(request, answer);
    else answer.writeHead(200, { 'x-answer': 'yes' }).end('hello');
  });
  port = await listen(first, '127.0.0.2');
  await listen(
    createServer((_, answer) => {
      calls.second++;
      answer.end('the inside');
    }),
    '127.0.0.1',
    port,
  );
});

afterAll(() => {
  for (const server of open) {
    server.closeAllConnections();
    server.close();
  }
});

describe('what is refused before anything is sent', () => {
  test.each([
    'http://127.0.0.1:PORT/',
    'https://127.0.0.1:PORT/',
    'https://2130706433/',
    'https://0177.0.0.1/',
    'https://0x7f.1/',
    'https://[::ffff:127.0.0.1]/',
    'https://[64:ff9b::127.0.0.1]/',
    'https://[::1]/',
    'https://169.254.169.254/latest/meta-data/',
    'http://8.8.8.8/',
    'https://8.8.8.8:22/',
    'https://8.8.8.8:6379/',
    'https://user:password@8.8.8.8/',
    'http://user:password@127.0.0.2:PORT/',
    'ftp://127.0.0.2/',
    'file:///etc/passwd',
    'no address',
    '',
  ])('%s', async (url) => {
    const http = guarded(['127.0.0.2/32'], async () => {
      throw new Error('looked up');
    });
    expect(await problemOf(http.send(get(url.replace('PORT', String(port))), never))).toBe('forbidden_address');
    expect(calls.second).toBe(0);
    await http.close();
  });
});

describe('names', () => {
  test.each([
    ['a private address', ['127.0.0.1']],
    ['one private address among public ones', ['8.8.8.8', '127.0.0.1']],
    ['an allowed and a forbidden one', ['127.0.0.2', '127.0.0.1']],
    ['IPv4 in IPv6', ['::ffff:127.0.0.1']],
    ['nothing', []],
  ])('that mean %s are refused', async (_, addresses) => {
    const http = guarded(['127.0.0.2/32'], async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
    expect(await problemOf(http.send(get(`https://shop.example:${port}/`), never))).toBe('forbidden_address');
    expect(await problemOf(http.send(get(`http://shop.example:${port}/`), never))).toBe('forbidden_address');
    expect(calls.second).toBe(0);
    await http.close();
  });

  test('that mean something else a moment later still lead to what was checked', async () => {
    let asked = 0;
    const http = guarded(['127.0.0.2/32'], async () => [{ address: asked++ === 0 ? '127.0.0.2' : '127.0.0.1', family: 4 }]);
    const answer = await http.send(get(`http://rebinding.example:${port}/`), never);
    expect([answer.body.toString(), asked]).toEqual(['hello', 1]);
    await http.send(get(`http://rebinding.example:${port}/reset`), never).catch(() => undefined);
    // Another connection is another look-up, and that one leads inside.
    expect(await problemOf(http.send(get(`http://rebinding.example:${port}/`), never))).toBe('forbidden_address');
    expect(calls.second).toBe(0);
    await http.close();
  });

  test('of this machine are nothing special', async () => {
    const http = guarded([]);
    expect(await problemOf(http.send(get('https://localhost/'), never))).toBe('forbidden_address');
    await http.close();
  });

  test('that are allowed may be anything anywhere', async () => {
    const http = guarded(['erp.local'], async () => [{ address: '127.0.0.2', family: 4 }]);
    expect((await http.send(get(`http://erp.local:${port}/`), never)).status).toBe(200);
    expect(await problemOf(http.send(get(`http://other.local:${port}/`), never))).toBe('forbidden_address');
    await http.close();
  });

  test('that nobody knows are unreachable', async () => {
    const http = guarded([], () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })));
    expect(await problemOf(http.send(get('https://nobody.example/'), never))).toBe('unreachable');
    await http.close();
  });
});

describe('answers', () => {
  const http = guarded(['127.0.0.2/32']);
  const at = (path: string) => get(`http://127.0.0.2:${port}${path}`);
  afterAll(() => http.close());

  test('a redirect is an answer, and nothing is sent to where it leads', async () => {
    const answer = await http.send(at('/redirect'), never);
    expect([answer.status, answer.headers.location]).toEqual([302, `http://127.0.0.1:${port}/secret`]);
    expect(calls.second).toBe(0);
  });

  test.each(['/gzip', '/br'])('%s is unpacked', async (path) => {
    expect((await http.send(at(path), never)).body.toString()).toBe('packed');
  });

  test.each(['/cut', '/no-gzip', '/strange', '/bomb', '/large'])('%s is unreadable', async (path) => {
    expect(await problemOf(http.send(at(path), never))).toBe('unreadable_answer');
  });

  test.each(['/bomb', '/large'])('of %s only the beginning is read where no more is wanted', async (path) => {
    const answer = await http.send({ ...at(path), answerBytes: 65_536 }, never);
    expect([answer.status, answer.body.length]).toEqual([200, 65_536]);
  });

  test.each(['/drip', '/hang'])('%s comes to an end', async (path) => {
    const started = Date.now();
    expect(await problemOf(http.send({ ...at(path), timeoutMs: 300 }, never))).toBe('timeout');
    expect(Date.now() - started).toBeLessThan(2000);
  });

  test('a connection that breaks, and nobody who listens', async () => {
    expect(await problemOf(http.send(at('/reset'), never))).toBe('unreachable');
    expect(await problemOf(http.send(get('http://127.0.0.2:9/'), never))).toBe('unreachable');
  });

  test('a signal ends it', async () => {
    const stop = new AbortController();
    const sent = problemOf(http.send(at('/hang'), stop.signal));
    setTimeout(() => stop.abort(), 50);
    expect(await sent).toBe('unreachable');
  });

  test('no cookie is kept', async () => {
    await http.send(at('/cookie'), never);
    await http.send(at('/'), never);
    expect(seen.at(-1)).not.toHaveProperty('cookie');
  });

  test('a certificate that nobody vouches for', async () => {
    const secure = createTlsServer(testCertificate(), (_, answer) => answer.end());
    const tlsPort = await listen(secure, '127.0.0.2');
    expect(await problemOf(http.send(get(`https://127.0.0.2:${tlsPort}/`), never))).toBe('tls');
  });
});
