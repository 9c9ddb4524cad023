import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { findClient } from '@/db/queries/clients';
import { findAnyConnection, updateConnection } from '@/db/queries/connections';
import { runsOf } from '@/db/queries/exchange-runs';
import { findLinkByRemote } from '@/db/queries/links';
import { hints } from '@/db/schema/deliveries';
import { addConnection } from '@/lib/domain/connections/write-connection';
import type { Ctx } from '@/lib/domain/context';
import { saveMapping } from '@/lib/domain/exchange/mapping';
import { receiveHint } from '@/lib/domain/exchange/receive-hint';
import { startExchangeRun } from '@/lib/domain/exchange/start-run';
import { ctxOf } from '@/lib/testing/people';
import { SimulatedPeer } from '@/lib/testing/simulated-peer';
import type { Provider } from '../provider';
import { Fault } from './peer';
import { exchangeRound } from './rounds';
import { syncSettings } from './settings';
import { twoWay } from './two-way';

let ctx: Ctx;
let peer: SimulatedPeer;
let id = 0;
let ahead = 0;
let join: () => Promise<SimulatedPeer>;
const now = () => new Date(Date.now() + ahead);
const minutes = (n: number) => {
  ahead += n * 60_000;
};

function provider(): Provider {
  return twoWay({
    kind: 'tryton',
    settings: z.object(syncSettings),
    form: [],
    secrets: [],
    optional: { client: ['comment'] },
    join: () => join(),
    readHint: (raw) => [{ entity: 'client', id: raw }],
  });
}

async function work(): Promise<void> {
  for (let n = 0; n < 100; n++)
    if (!(await exchangeRound({ db: ctx.db, now, providers: (kind) => (kind === 'tryton' ? provider() : undefined) }))) return;
  throw new Error('There is no end of it');
}

const runs = () => ctx.db.read((tx) => runsOf(tx, id, 100));

beforeEach(async () => {
  ctx = await ctxOf('admin');
  peer = new SimulatedPeer();
  join = async () => peer;
  // The connections of other tests do not work any more.
  for (let other = 1; other <= id; other++) {
    const row = await ctx.db.read((tx) => findAnyConnection(tx, other));
    if (row?.state === 'active') await ctx.db.transaction((tx) => updateConnection(tx, { ...row, state: 'disabled' }));
  }
  const made = { kind: 'tryton', name: 'Склад', topics: [], settings: {}, secrets: () => ({}) } as const;
  id = (await ctx.db.transaction((tx) => addConnection(tx, ctx, made))).id;
});

test('the other side is looked at every five minutes, and what is new comes', async () => {
  await work();
  expect((await runs()).map(({ kind, state }) => [kind, state])).toEqual([['pull', 'done']]);
  peer.add('client', { name: 'Новый' });
  minutes(4);
  await work();
  expect(await runs()).toHaveLength(1);
  minutes(2);
  await work();
  expect(await runs()).toHaveLength(2);
  expect(JSON.parse((await runs())[0]?.counts ?? '{}')).toEqual({ seen: 1, created: 1 });
});

test('a field that is switched off in its settings does not come, until it is switched on', async () => {
  const save = (value: string) => saveMapping(ctx, { connectionId: id, mapping: { field: { 'client.comment': value } } });
  await save('off');
  await work();
  const one = peer.add('client', { name: 'С заметкой', comment: 'их' });
  const comment = async () => {
    minutes(6);
    await work();
    const link = await ctx.db.read((tx) => findLinkByRemote(tx, id, 'client', one));
    return (await ctx.db.read((tx) => findClient(tx, link?.localId ?? 0)))?.comment;
  };
  expect(await comment()).toBe('');
  await save('on');
  peer.edit('client', one, { inn: '7707083893' });
  expect(await comment()).toBe('их');
});

test('a call is looked into at once, whatever it says, and once', async () => {
  await work();
  const one = peer.add('client', { name: 'Позвонили о нём' });
  await receiveHint({ ...ctx, now }, { connectionId: id, raw: one });
  await receiveHint({ ...ctx, now }, { connectionId: id, raw: 'nobody' });
  peer.forget();
  await work();
  expect(JSON.parse((await runs())[0]?.counts ?? '{}')).toEqual({ seen: 1, created: 1 });
  expect(peer.requests).toEqual({ read: 2 });
  const kept = await ctx.db.read((tx) => tx.select().from(hints));
  expect(new Set(kept.map(({ state }) => state))).toEqual(new Set(['done']));
});

test('a run that somebody begins is carried out page by page; one under way is not begun twice', async () => {
  for (let n = 0; n < 20; n++) peer.add('client', { name: `По страницам ${n}` });
  const first = await startExchangeRun(ctx, { connectionId: id, kind: 'backfill' });
  expect((await startExchangeRun(ctx, { connectionId: id, kind: 'backfill' })).id).toBe(first.id);
  await work();
  const backfill = (await runs()).find(({ kind }) => kind === 'backfill');
  expect(backfill).toMatchObject({ state: 'done' });
  expect(JSON.parse(backfill?.counts ?? '{}')).toMatchObject({ created: 20 });
});

test('when our rights are refused everything waits for a person', async () => {
  join = () => Promise.reject(new Fault('pause', { code: 'unauthorized', values: { status: 401 } }));
  await work();
  expect(await ctx.db.read((tx) => findAnyConnection(tx, id))).toMatchObject({ state: 'paused' });
  expect((await runs())[0]).toMatchObject({ state: 'failed' });
  minutes(60);
  await work();
  expect(await runs()).toHaveLength(1);
});

test('a failed look is tried again after a pause', async () => {
  let failures = 2;
  join = async () => {
    if (failures-- > 0) throw new Fault('retry', { code: 'server_error', values: { status: 502 } });
    return peer;
  };
  await work();
  expect((await runs())[0]).toMatchObject({ state: 'running' });
  minutes(1);
  await work();
  minutes(1);
  await work();
  expect((await runs())[0]).toMatchObject({ state: 'done' });
});
