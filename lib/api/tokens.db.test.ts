import { SignJWT } from 'jose';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { forgetFailures } from '@/db/queries/users';
import { signOut } from '@/lib/auth/sessions';
import { createUser } from '@/lib/domain/users/create-user';
import { editUser } from '@/lib/domain/users/edit-user';
import { setPassword } from '@/lib/domain/users/set-password';
import { call, encodings } from '@/lib/testing/api';
import { systemCtx } from '@/lib/testing/people';

const password = 'correct horse battery';
let userId = 0;

beforeAll(async () => {
  userId = (await createUser(systemCtx(), { username: 'Ольга', password, role: 'manager', display_name: '' })).id;
});

beforeEach(async () => {
  await getEngine().transaction(async (tx) => {
    for (const key of ['account ольга', 'account nobody', 'address 127.0.0.1']) await forgetFailures(tx, key);
  });
});

const open = (method: string, url: string, body: unknown, options = {}) => call(method, url, body, { as: null, ...options });
const tokens = async () => (await open('POST', '/api/token/', { username: 'ольга', password })).json as { access: string; refresh: string };
const useAccess = (access: string) => open('POST', '/api/clients/get/', {}, { headers: { authorization: `Bearer ${access}` } });
const useRefresh = (refresh: string) => open('POST', '/api/token/refresh/', { refresh });

describe.each(encodings)('in %s', (encoding) => {
  test('200 a pair of tokens, and the refresh token is repeated', async () => {
    const got = await open('POST', '/api/token/', { username: 'Ольга', password }, { encoding });
    expect(Object.keys(got.json).sort()).toEqual(['access', 'refresh']);
    const again = await open('POST', '/api/token/refresh/', { refresh: got.json.refresh }, { encoding });
    expect(again.json).toEqual({ access: expect.any(String), refresh: got.json.refresh });
    expect((await useAccess(String(again.json.access))).status).toBe(200);
  });

  test('401 wrong credentials in the same words whether or not the user exists', async () => {
    const wrong = await open('POST', '/api/token/', { username: 'ольга', password: 'x' }, { encoding });
    const nobody = await open('POST', '/api/token/', { username: 'nobody', password: 'x' }, { encoding });
    expect(wrong.status).toBe(401);
    expect(wrong.json).toMatchObject({
      success: false,
      detail: 'No active account found with the given credentials',
      code: 'bad_credentials',
    });
    expect(nobody.json).toEqual(wrong.json);
  });

  test('400 both fields are required, and detail is there too', async () => {
    const reply = await open('POST', '/api/token/', {}, { encoding });
    expect(reply.json).toMatchObject({
      code: 'validation',
      fields: { username: expect.any(Array), password: expect.any(Array) },
      detail: expect.any(String),
    });
    expect((await open('POST', '/api/token/refresh/', {}, { encoding })).json).toMatchObject({
      code: 'validation',
      detail: expect.any(String),
    });
  });
});

test('the claims are those of the contract', async () => {
  const { access, refresh } = await tokens();
  const claims = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
  const { iat, exp, ...rest } = claims(access);
  expect(rest).toMatchObject({
    sub: String(userId),
    user_id: userId,
    token_type: 'access',
    jti: expect.any(String),
    iss: expect.any(String),
    aud: 'api',
  });
  expect(Number(exp) - Number(iat)).toBe(15 * 60);
  const other = claims(refresh);
  expect([other.token_type, Number(other.exp) - Number(other.iat)]).toEqual(['refresh', 14 * 24 * 3600]);
});

test('401 one kind of token is not the other', async () => {
  const { access, refresh } = await tokens();
  expect((await useAccess(refresh)).status).toBe(401);
  expect((await useRefresh(access)).json).toMatchObject({ success: false, detail: 'Token is invalid or expired' });
});

test.each([
  ['another key', { alg: 'HS256' }, 'api', 'another secret, long enough for HS256'],
  ['another algorithm', { alg: 'HS512' }, 'api', undefined],
  ['another audience', { alg: 'HS256' }, 'someone-else', undefined],
])('401 a token signed with %s', async (_, header, audience, secret) => {
  const { access } = await tokens();
  const claims = JSON.parse(Buffer.from(access.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
  const { createHmac } = await import('node:crypto');
  const key = secret
    ? Buffer.from(secret)
    : createHmac('sha256', process.env.AUTH_SECRET ?? '')
        .update('api-tokens')
        .digest();
  const forged = await new SignJWT({ ...claims, aud: audience }).setProtectedHeader(header).sign(key);
  expect((await useAccess(forged)).status).toBe(401);
});

test('401 an expired token', async () => {
  const { issueToken } = await import('@/lib/auth/tokens');
  const expired = await issueToken('access', { userId, sessionId: 'x' }, new Date(Date.now() - 3_600_000));
  expect((await useAccess(expired)).status).toBe(401);
});

test('401 signing out ends every API token of the user at once', async () => {
  const { access, refresh } = await tokens();
  await signOut(getEngine(), { type: 'user', id: userId, name: '', role: 'manager', sessionId: 'of the browser' }, new Date());
  expect([(await useAccess(access)).status, (await useRefresh(refresh)).status]).toEqual([401, 401]);
});

test('401 changing the password ends every token', async () => {
  const { access, refresh } = await tokens();
  await setPassword(systemCtx(), { id: userId, password });
  expect([(await useAccess(access)).status, (await useRefresh(refresh)).status]).toEqual([401, 401]);
});

test('401 disabling the user ends every token and closes the door', async () => {
  const { access, refresh } = await tokens();
  await editUser(systemCtx(), { id: userId, disabled: true });
  expect([(await useAccess(access)).status, (await useRefresh(refresh)).status]).toEqual([401, 401]);
  expect((await open('POST', '/api/token/', { username: 'ольга', password })).json.code).toBe('bad_credentials');
  await editUser(systemCtx(), { id: userId, disabled: false });
  expect((await open('POST', '/api/token/', { username: 'ольга', password })).status).toBe(200);
});

test('403 a change of role acts at once', async () => {
  const { access } = await tokens();
  await editUser(systemCtx(), { id: userId, role: 'viewer' });
  const reply = await open('POST', '/api/clients/add/', {}, { headers: { authorization: `Bearer ${access}` } });
  expect(reply.status).toBe(403);
  await editUser(systemCtx(), { id: userId, role: 'manager' });
});

test('429 too many failed sign-ins of one account, with the seconds to wait', async () => {
  const replies = [];
  for (let n = 0; n < 8; n++) replies.push(await open('POST', '/api/token/', { username: 'ольга', password: 'x' }));
  const refused = replies.find((reply) => reply.status === 429);
  expect(refused?.json).toMatchObject({ success: false, code: 'too_many_attempts', detail: expect.any(String) });
  expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
  expect((await open('POST', '/api/token/', { username: 'ольга', password })).status).toBe(429);
});

test('429 too many failed sign-ins from one address, whatever the names', async () => {
  const guess = (n: number, options = {}) => open('POST', '/api/token/', { username: `guess${n}`, password: 'x' }, options);
  const statuses = [];
  for (let n = 0; n < 24; n++) statuses.push((await guess(n)).status);
  expect(statuses.slice(0, 20)).toEqual(Array(20).fill(401));
  expect(statuses).toContain(429);
});

test('429 of many guesses sent at once none learns more than the ones that count', async () => {
  const wrong = Array.from({ length: 40 }, () => open('POST', '/api/token/', { username: 'ольга', password: 'x' }));
  const statuses = (await Promise.all(wrong)).map((reply) => reply.status);
  expect(statuses).toContain(429);
});
