import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenApiDocument } from '@/lib/api/openapi';
import { type ScratchDatabase, scratchDatabase, scratchPassword } from '@/lib/testing/scratch-database';
import { type RunningServer, startServer } from '@/lib/testing/server';

/** The two doors, each with a database of its own that lives through the same calls. */
const doors = ['fast', 'next'] as const;
const servers: RunningServer[] = [];
const databases: ScratchDatabase[] = [];

beforeAll(async () => {
  for (const door of doors) {
    const database = await scratchDatabase('sqlite');
    databases.push(database);
    servers.push(await startServer({ ...database.settings, AUTH_SECRET: 'the same secret behind both of the doors' }, door));
  }
}, 120_000);

afterAll(async () => {
  for (const server of servers) await server.stop();
  for (const database of databases) await database.remove();
});

const compared = [
  'content-type',
  'allow',
  'www-authenticate',
  'etag',
  'link',
  'x-next-start-id',
  'retry-after',
  'cache-control',
  'content-disposition',
  'x-content-type-options',
  'idempotency-replayed',
  'x-request-id',
];

/** What differs by its nature: tokens, and the minute of a call. */
function masked(text: string): string {
  return text
    .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, 'TOKEN')
    .replace(/\d{2}\.\d{2}\.\d{4},? \d{2}:\d{2}/g, 'MOMENT')
    .replace(/\d{1,2} [а-я]+ \d{4} года, \d{2}:\d{2}/g, 'MOMENT')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'UUID')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'MOMENT');
}

interface Sent {
  method: string;
  path: string;
  body?: string;
  headers?: Record<string, string>;
}

async function through(server: RunningServer, { method, path, body, headers }: Sent, token: string) {
  const auth: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const answer = await fetch(`${server.url}${path}`, {
    method,
    body,
    headers: { 'x-request-id': 'compare', ...auth, ...headers },
    redirect: 'manual',
  });
  const binary = /pdf|spreadsheet/.test(answer.headers.get('content-type') ?? '');
  const text = binary ? 'FILE' : masked(await answer.text());
  return { status: answer.status, body: text, headers: Object.fromEntries(compared.map((name) => [name, answer.headers.get(name)])) };
}

const tokens: string[] = [];

async function bothAnswer(sent: Sent, signedIn = true): Promise<number> {
  const answers = [];
  for (const [at, server] of servers.entries()) answers.push(await through(server, sent, signedIn ? (tokens[at] ?? '') : ''));
  expect(answers[1], `${sent.method} ${sent.path}`).toEqual(answers[0]);
  return answers[0]?.status ?? 0;
}

const json = { 'content-type': 'application/json' };

test('sign-in answers alike', async () => {
  for (const server of servers) {
    const answer = await fetch(`${server.url}/api/token/`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ username: 'boss', password: scratchPassword }),
    });
    tokens.push(((await answer.json()) as { access: string }).access);
  }
  expect(tokens).toHaveLength(2);
});

const client = { first_name: 'Иван', last_name: 'Иванов', email: 'ivan@example.com' };
const order = {
  client: 1,
  items: [
    { product: 'Стол', quantity: 2, price: '10.50' },
    { product: 'Стул', price: 3 },
  ],
  description: 'x',
};
const post = (path: string, body: unknown, headers = {}): Sent => ({
  method: 'POST',
  path,
  body: JSON.stringify(body),
  headers: { ...json, ...headers },
});

test.each<[number, Sent]>([
  [200, post('/api/clients/add/', client)],
  [409, post('/api/clients/add', client)],
  [400, post('/api/clients/add/', { email: 'x' })],
  [
    200,
    {
      method: 'POST',
      path: '/api/clients/add/',
      body: 'first_name=Анна&last_name=Ли&email=anna@example.com',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
  ],
  [200, post('/api/clients/get/', { limit: 1 })],
  [200, post('/api/clients/get/1', {})],
  [200, post('/api/clients/edit/1/', { middle_name: 'Иванович' }, { 'if-match': '"1"' })],
  [412, post('/api/clients/edit/1/', { middle_name: 'x' }, { 'if-match': '"1"' })],
  [200, post('/api/orders/add/', order, { 'idempotency-key': 'k' })],
  [200, post('/api/orders/add/', order, { 'idempotency-key': 'k' })],
  [422, post('/api/orders/add/', { ...order, client: 2 }, { 'idempotency-key': 'k' })],
  [200, post('/api/orders/get/', { items: true, search: 'стол' })],
  [200, { method: 'POST', path: '/api/orders/get/1/' }],
  [200, post('/api/orders/edit/1/', { status: 'Completed' })],
  [409, { method: 'DELETE', path: '/api/clients/delete/1/' }],
  [200, { method: 'DELETE', path: '/api/orders/delete/1/' }],
  [200, post('/api/reports/new/', { period: 'month' })],
  [200, { method: 'GET', path: '/api/reports/get/' }],
  [200, { method: 'GET', path: '/api/reports/get/1/' }],
  [200, { method: 'GET', path: '/api/reports/get/1/?format=pdf' }],
  [200, { method: 'GET', path: '/api/orders/print/1/' }],
  [200, { method: 'GET', path: '/api/changes/?limit=3' }],
  [200, { method: 'GET', path: '/api/health' }],
  [200, { method: 'GET', path: '/api/docs/' }],
  [404, post('/api/orders/get/abc/', {})],
  [404, post('/api/orders/get/%00/', {})],
  [404, { method: 'GET', path: '/api/nothing/at/all' }],
  [404, { method: 'PATCH', path: '/api/' }],
  [413, { method: 'POST', path: '/api/orders/add/', body: ' '.repeat(1_100_000), headers: json }],
  [415, { method: 'POST', path: '/api/orders/add/', body: '<a/>', headers: { 'content-type': 'application/xml' } }],
])('%d %j', async (status, sent) => {
  expect(await bothAnswer(sent)).toBe(status);
});

test('every path of the OpenAPI document, with every method, with and without a token', async () => {
  const document = (await (await fetch(`${servers[0]?.url}/api/openapi.json`)).json()) as OpenApiDocument;
  const other = (await (await fetch(`${servers[1]?.url}/api/openapi.json`)).json()) as OpenApiDocument;
  expect(other).toEqual(document);
  for (const path of Object.keys(document.paths)) {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const sent = { method, path: path.replace('{id}', '999999'), ...(method === 'POST' ? { body: '{"rubbish":', headers: json } : {}) };
      await bothAnswer(sent, false);
      await bothAnswer(sent);
    }
  }
});
