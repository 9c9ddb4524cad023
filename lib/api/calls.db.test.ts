import { beforeAll, expect, test } from 'vitest';
import { hints } from '@/db/schema/deliveries';
import { createConnection } from '@/lib/domain/connections/create-connection';
import { pauseConnection } from '@/lib/domain/connections/pause-connection';
import type { Ctx } from '@/lib/domain/context';
import { endHints, takeDueHints } from '@/lib/domain/exchange/receive-hint';
import { callSecret } from '@/lib/domain/exchange/take-call';
import { call } from '@/lib/testing/api';
import { ctxOf } from '@/lib/testing/people';

let ctx: Ctx;
let id = 0;
let token = '';
beforeAll(async () => {
  ctx = await ctxOf('admin');
  const settings = { address: 'https://erp.example.com', database: 'shop', login: 'exchange' };
  const secrets = [
    { name: 'password', origin: 'given', value: 'secret of theirs' },
    { name: callSecret, origin: 'made' },
  ] as const;
  const { connection, made } = await createConnection(ctx, { kind: 'tryton', name: 'Tryton', settings, secrets });
  id = connection.id;
  token = encodeURIComponent(made[callSecret] ?? '');
});

const tell = (body: string, path = `/api/hooks/in/${id}/?token=${token}`) =>
  call('POST', path, undefined, { as: null, raw: { contentType: 'application/json', bytes: Buffer.from(body) } });

test('200: a call is kept as it came, a repetition is told apart', async () => {
  const body = '{"model":"sale.sale","id":12}';
  expect(await tell(body)).toMatchObject({ status: 200, json: { taken: true } });
  expect(await tell(body)).toMatchObject({ status: 200, json: { taken: false } });
  const rows = await ctx.db.read((tx) => tx.select().from(hints));
  expect(rows.map(({ raw, state }) => [raw, state])).toEqual([[body, 'queued']]);
  const taken = await takeDueHints(ctx, id, 60_000, 10);
  expect(taken).toMatchObject([{ raw: body }]);
  expect(await takeDueHints(ctx, id, 60_000, 10)).toEqual([]);
  // Changed there again while the first call is looked into: it waits on.
  expect(await tell(body)).toMatchObject({ json: { taken: true } });
  await endHints(ctx, taken);
  await endHints(ctx, await takeDueHints(ctx, id, 60_000, 10));
  expect(await takeDueHints(ctx, id, 60_000, 10)).toEqual([]);
  expect(await tell(body)).toMatchObject({ json: { taken: true } });
  expect(await takeDueHints(ctx, id, 60_000, 10)).toMatchObject([{ raw: body }]);
});

test('200: a call that is known by a number of its own counts once', async () => {
  const path = `/api/hooks/in/${id}/?token=${token}&requestId=77`;
  expect(await tell('{"n":1}', path)).toMatchObject({ json: { taken: true } });
  await endHints(ctx, await takeDueHints(ctx, id, 60_000, 10));
  expect(await tell('{"n":1}', path)).toMatchObject({ json: { taken: false } });
  expect(await takeDueHints(ctx, id, 60_000, 10)).toEqual([]);
});

test('404: a wrong token, and a connection that is not there', async () => {
  expect((await tell('{}', `/api/hooks/in/${id}/?token=wrong`)).status).toBe(404);
  expect((await tell('{}', `/api/hooks/in/${id}/`)).status).toBe(404);
  expect((await tell('{}', `/api/hooks/in/999999/?token=${token}`)).status).toBe(404);
});

test('413: what is longer than a notice', async () => {
  expect((await tell('x'.repeat(70_000))).status).toBe(413);
});

test('200: a paused connection still listens', async () => {
  await pauseConnection(ctx, id);
  expect((await tell('{"later":1}')).status).toBe(200);
});
