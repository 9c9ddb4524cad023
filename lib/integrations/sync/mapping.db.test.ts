import { beforeAll, describe, expect, test } from 'vitest';
import { findClient } from '@/db/queries/clients';
import { changesBesides, findOperation } from '@/db/queries/journal';
import { findLink, findLinkByRemote } from '@/db/queries/links';
import { findOrder } from '@/db/queries/orders';
import { createClient } from '@/lib/domain/clients/create-client';
import { editClient } from '@/lib/domain/clients/edit-client';
import type { Ctx } from '@/lib/domain/context';
import { listConflicts } from '@/lib/domain/exchange/list-conflicts';
import { getMapping, saveMapping } from '@/lib/domain/exchange/mapping';
import { ctxOf } from '@/lib/testing/people';
import { SimulatedPeer } from '@/lib/testing/simulated-peer';
import { type Bench, benchOf, benchOn } from '@/lib/testing/sync-bench';
import { withoutFields } from './without-fields';

let ctx: Ctx;
beforeAll(async () => {
  ctx = await ctxOf('admin');
});

describe('a field that is switched off', () => {
  /** A client known on both sides, and the same connection without his comment. */
  async function begin(policy: Bench['settings']['policy'] = 'newest') {
    const peer = new SimulatedPeer();
    const on = await benchOf(peer, { policy, direction: 'both' });
    await on.run('pull');
    const { id } = await createClient(ctx, { company: 'Поля', comment: 'было' });
    await on.deliver();
    const remote = (await ctx.db.read((tx) => findLink(tx, on.connection.id, 'client', id)))?.remoteId ?? '';
    const without = withoutFields(peer, { client: ['comment'] }, { field: { 'client.comment': 'off' } });
    const off = benchOn(on.connection, without, on.settings);
    const comments = async () => [
      (await ctx.db.read((tx) => findClient(tx, id)))?.comment,
      peer.kept.client.get(remote)?.values.comment ?? '',
    ];
    const conflicts = () => listConflicts(ctx, { connectionId: on.connection.id, limit: 5 });
    return { peer, on, off, id, remote, comments, conflicts };
  }

  test('stays as it is on both sides while all else is exchanged', async () => {
    const { peer, off, id, remote, comments, conflicts } = await begin();
    await editClient(ctx, { id, input: { comment: 'наше', mobile_phone: '+79010000001' } });
    peer.edit('client', remote, { comment: 'их', inn: '7707083893' });
    await off.deliver();
    await off.run('pull');
    expect(await comments()).toEqual(['наше', 'их']);
    expect((await ctx.db.read((tx) => findClient(tx, id)))?.inn).toBe('7707083893');
    expect(peer.kept.client.get(remote)?.values.mobile_phone).toBe('+79010000001');
    expect(await conflicts()).toEqual([]);
    expect((await off.run('reconciliation')).counts).not.toHaveProperty('updated');
    const made = await createClient(ctx, { company: 'Новый', comment: 'наше одно' });
    const lone = peer.add('client', { name: 'Оттуда', comment: 'их одно' });
    await off.deliver();
    await off.run('pull');
    const link = await ctx.db.read((tx) => findLink(tx, off.connection.id, 'client', made.id));
    const there = peer.kept.client.get(link?.remoteId ?? '')?.values;
    expect(there).toMatchObject({ name: 'Новый' });
    expect(there?.comment).toBeUndefined();
    const taken = await ctx.db.read((tx) => findLinkByRemote(tx, off.connection.id, 'client', lone));
    expect((await ctx.db.read((tx) => findClient(tx, taken?.localId ?? 0)))?.comment).toBe('');
    expect(peer.kept.client.get(lone)?.values.comment).toBe('их одно');
  });

  test('switched on again when nothing has changed says nothing', async () => {
    const { peer, on, off, comments, conflicts } = await begin();
    await off.run('backfill');
    peer.forget();
    await on.run('backfill');
    expect(await comments()).toEqual(['было', 'было']);
    expect(await conflicts()).toEqual([]);
    expect(peer.writes).toBe(0);
  });

  test.each([
    ['ours was emptied', '', 'было', 'было'],
    ['theirs was emptied', 'было', '', 'было'],
    ['ours was emptied and theirs changed', '', 'их', 'их'],
    ['ours was changed and theirs emptied', 'наше', '', 'наше'],
  ])('switched on again takes what is filled: %s', async (_, ours, theirs, after) => {
    for (const policy of ['newest', 'ours', 'theirs'] as const) {
      const { peer, on, off, id, remote, comments, conflicts } = await begin(policy);
      if (theirs !== 'было') peer.edit('client', remote, { comment: theirs });
      if (ours !== 'было') await editClient(ctx, { id, input: { comment: ours } });
      await off.deliver();
      await off.run('pull');
      expect(await comments()).toEqual([ours, theirs]);
      await on.run('backfill');
      await on.deliver();
      expect(await comments()).toEqual([after, after]);
      expect(await conflicts()).toEqual([]);
      expect(await on.differences()).toEqual([]);
    }
  });

  test.each([
    ['ours', 'наше'],
    ['theirs', 'их'],
    ['newest', 'их'],
    ['ask', undefined],
  ] as const)('switched on again is decided by the rule «%s» where both sides have something', async (policy, after) => {
    const { peer, on, off, id, remote, comments, conflicts } = await begin(policy);
    peer.now = () => Date.now() + 60_000;
    await editClient(ctx, { id, input: { comment: 'наше' } });
    peer.edit('client', remote, { comment: 'их' });
    await off.deliver();
    await off.run('pull');
    await on.run('backfill');
    await on.deliver();
    expect(await comments()).toEqual(after === undefined ? ['наше', 'их'] : [after, after]);
    const [conflict, ...more] = await conflicts();
    expect(more).toEqual([]);
    expect(conflict).toMatchObject({ state: after === undefined ? 'open' : 'decided', policy: after === undefined ? null : policy });
    expect(conflict?.fields.comment).toMatchObject({ ours: 'наше', theirs: 'их' });
  });
});

describe('an order made over there', () => {
  const userId = () => (ctx.actor.type === 'user' ? ctx.actor.id : 0);

  async function taken(author: string | undefined, user: Record<string, string>) {
    const peer = new SimulatedPeer();
    const bench = await benchOf(peer, { policy: 'newest', direction: 'both', mapping: { user } });
    await bench.run('pull');
    const client = peer.add('client', { name: 'Чужой заказчик' });
    const items = [{ product: 'Стол', quantity: 1000, total: 100 }];
    const remote = peer.add('order', { client, status: 'Pending', items }, author);
    await bench.run('pull');
    const link = await ctx.db.read((tx) => findLinkByRemote(tx, bench.connection.id, 'order', remote));
    return { bench, peer, remote, order: await ctx.db.read((tx) => findOrder(tx, link?.localId ?? 0)) };
  }

  test('has the user of ours as its author who is mapped; the journal tells of the connection', async () => {
    const { peer, bench, remote, order } = await taken('5', { 5: String(userId()) });
    expect(order?.order.createdBy).toBe(userId());
    const made = await ctx.db.read(async (tx) => {
      const [change] = await changesBesides(tx, 'order', order?.order.id ?? 0, 1);
      return findOperation(tx, change?.operationId ?? 0);
    });
    expect(made).toMatchObject({ actorType: 'system', actorName: bench.connection.name, kind: 'exchange.create' });
    peer.edit('order', remote, { description: 'их слова' });
    await bench.run('pull');
    const after = await ctx.db.read((tx) => findOrder(tx, order?.order.id ?? 0));
    expect(after?.order).toMatchObject({ createdBy: userId(), description: 'их слова' });
  });

  test.each([
    ['nobody is mapped', '5', {}],
    ['it is nobody', '5', { 5: 'nobody' }],
    ['the user is not there any more', '5', { 5: '999999999' }],
    ['it does not say who', undefined, { 5: '1' }],
  ])('has no author when %s', async (_, author, user) => {
    const { order } = await taken(author, user);
    expect(order).toBeDefined();
    expect(order?.order.createdBy).toBeNull();
  });
});

test('what is mapped is kept by kind, with the users there are', async () => {
  const { connection } = await benchOf(new SimulatedPeer());
  await saveMapping(ctx, { connectionId: connection.id, mapping: { status: { new: 'Pending' } } });
  await saveMapping(ctx, { connectionId: connection.id, mapping: { field: { 'client.address': 'off' }, user: { 5: '1' } } });
  const { mapping, users } = await getMapping(ctx, connection.id);
  expect(mapping).toEqual({ status: { new: 'Pending' }, field: { 'client.address': 'off' }, user: { 5: '1' } });
  expect(users).toContainEqual(expect.objectContaining({ username: expect.any(String), name: expect.any(String) }));
});
