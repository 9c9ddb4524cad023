import { describe, expect, test } from 'vitest';
import { call, encodings } from '@/lib/testing/api';
import { endpointTable } from './table';

const closed = endpointTable().filter((endpoint) => endpoint.permission);
const urlOf = (path: string) => path.replace(':id', '1');

describe.each(endpointTable().map((endpoint) => [endpoint.methods.join('|'), endpoint.path] as const))('%s %s', (_, path) => {
  test('405 another method tells the right ones', async () => {
    const right = endpointTable().flatMap((known) => (known.path === path ? known.methods : []));
    for (const method of [
      'PUT',
      'PATCH',
      'OPTIONS',
      'TRACE',
      'PROPFIND',
      ...(['GET', 'POST', 'DELETE'] as const).filter((known) => !right.includes(known)),
    ]) {
      const reply = await call(method, urlOf(path));
      expect([reply.status, reply.headers.allow, reply.json.code], method).toEqual([405, right.join(', '), 'method_not_allowed']);
    }
  });

  test('the path is also served without its last slash', async () => {
    const bare = await call('PUT', urlOf(path).replace(/\/$/, ''));
    expect(bare.status).toBe(405);
  });
});

const lines = (endpoints: typeof closed) => endpoints.map((endpoint) => [endpoint.methods[0] ?? 'GET', endpoint.path] as const);

describe.each(lines(closed))('%s %s', (method, path) => {
  test.each([
    ['no token', {}],
    ['no Bearer', { authorization: 'Basic dGVzdDp0ZXN0' }],
    ['rubbish', { authorization: 'Bearer abc.def.ghi' }],
    [
      'alg none',
      {
        authorization: `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"1"}').toString('base64url')}.`,
      },
    ],
  ])('401 with %s', async (_, headers) => {
    const reply = await call(method, urlOf(path), method === 'POST' ? {} : undefined, { as: null, headers });
    expect([reply.status, reply.headers['www-authenticate'], reply.json.success]).toEqual([401, 'Bearer', false]);
  });
});

test.each(lines(closed.filter((endpoint) => endpoint.permission?.endsWith('.write'))))(
  '403 a viewer may not %s %s',
  async (method, path) => {
    const reply = await call(method, urlOf(path), method === 'POST' ? {} : undefined, { as: 'viewer' });
    expect([reply.status, reply.json.code]).toEqual([403, 'forbidden']);
  },
);

describe.each(lines(closed.filter((endpoint) => endpoint.methods[0] === 'POST' && endpoint.uploads.length === 0)))(
  '%s %s',
  (method, path) => {
    test('400 a broken body', async () => {
      for (const bytes of ['{', '{"a":1}x', '\ufeff\u0000', '"\\', '['.repeat(100_000), `{"a":${'['.repeat(100)}${']'.repeat(100)}}`]) {
        const reply = await call(method, urlOf(path), undefined, { raw: { contentType: 'application/json', bytes: Buffer.from(bytes) } });
        expect([reply.status, reply.json.code], bytes.slice(0, 20)).toEqual([400, 'bad_body']);
      }
      const notUtf8 = await call(method, urlOf(path), undefined, {
        raw: { contentType: 'application/json', bytes: Buffer.from([0x22, 0xff, 0x22]) },
      });
      expect(notUtf8.json.code).toBe('bad_body');
      const multipart = await call(method, urlOf(path), undefined, {
        raw: { contentType: 'multipart/form-data; boundary=x', bytes: Buffer.from('--y\r\nrubbish') },
      });
      expect(multipart.json.code).toBe('bad_body');
    });

    test('400 a repeated form key', async () => {
      const reply = await call(method, urlOf(path), undefined, {
        raw: { contentType: 'application/x-www-form-urlencoded', bytes: Buffer.from('a=1&a=2') },
      });
      expect(reply.json).toMatchObject({ code: 'validation', fields: { a: ['Поле прислано несколько раз'] } });
    });

    test('413 a body of 10 MB is read and refused', async () => {
      const bytes = Buffer.alloc(10 * 1024 * 1024, 0x20);
      const reply = await call(method, urlOf(path), undefined, { raw: { contentType: 'application/json', bytes } });
      expect([reply.status, reply.json.code]).toEqual([413, 'too_large']);
    });

    test('415 another content type', async () => {
      for (const contentType of ['text/plain', 'application/xml', 'application/jsonp']) {
        const reply = await call(method, urlOf(path), undefined, { raw: { contentType, bytes: Buffer.from('{}') } });
        expect([reply.status, reply.json.code]).toEqual([415, 'unsupported_media_type']);
      }
    });
  },
);

test.each([
  '/api/',
  '/api/nothing/',
  '/api/clients/',
  '/api/clients/get/1/2/',
  '/api/%00/',
  '/api/%ff/',
  '/api/../etc/passwd',
  `/api/${'x'.repeat(5000)}/`,
])('404 for %s, whatever the method', async (url) => {
  for (const method of ['GET', 'POST', 'DELETE', 'PATCH', 'OPTIONS']) {
    const reply = await call(method, url, method === 'POST' ? {} : undefined);
    expect([reply.status, reply.json.code]).toEqual([404, 'not_found']);
  }
});

test('a refusal speaks the caller’s language, Russian by default', async () => {
  const speaks = async (header?: string) =>
    (await call('POST', '/api/clients/add/', {}, { headers: header ? { 'accept-language': header } : {} })).json.error;
  expect(await speaks()).toMatch(/^Проверьте поля/);
  expect(await speaks('*')).toMatch(/^Проверьте поля/);
  expect(await speaks('de, en;q=0.5')).toMatch(/^Check the fields/);
  expect(await speaks('en;q=0.3, ru;q=0.9')).toMatch(/^Проверьте поля/);
});

test('every answer carries a request id: the caller’s own when it is printable', async () => {
  expect((await call('GET', '/api/health/', undefined, { as: null, headers: { 'x-request-id': 'mine-1' } })).headers['x-request-id']).toBe(
    'mine-1',
  );
  expect((await call('GET', '/api/nothing/', undefined, { headers: { 'x-request-id': 'a\nb' } })).headers['x-request-id']).toMatch(
    /^[0-9a-f-]{36}$/,
  );
});

test('the request id stands in the history entry that the request caused', async () => {
  await call(
    'POST',
    '/api/clients/add/',
    { first_name: 'А', last_name: 'Б', email: 'id@example.com' },
    { headers: { 'x-request-id': 'trace-me' } },
  );
  expect((await call('GET', '/api/changes/?entity=client')).json.changes).toMatchObject([{ request_id: 'trace-me', source: 'api' }]);
});

test('unknown fields are ignored', async () => {
  for (const encoding of encodings) {
    const body = { first_name: 'А', last_name: 'Б', email: `${encoding}@example.com`, is_admin: 'yes', __proto__x: '1' };
    expect((await call('POST', '/api/clients/add/', body, { encoding })).status).toBe(200);
  }
});

test('a file in a form is an error of that field', async () => {
  const form = new FormData();
  form.append('first_name', new Blob(['x']), 'x.txt');
  const request = new Request('http://test/', { method: 'POST', body: form });
  const raw = { contentType: request.headers.get('content-type') ?? '', bytes: new Uint8Array(await request.arrayBuffer()) };
  expect((await call('POST', '/api/clients/add/', undefined, { raw })).json).toMatchObject({
    code: 'validation',
    fields: { first_name: expect.any(Array) },
  });
});

test('HEAD is answered where GET is', async () => {
  expect((await call('HEAD', '/api/health/', undefined, { as: null })).status).toBe(200);
  expect((await call('HEAD', '/api/clients/add/')).status).toBe(405);
});
