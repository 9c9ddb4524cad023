import { beforeAll, describe, expect, test } from 'vitest';
import { countGroup } from '@/db/queries/bulk-runs';
import { findClient } from '@/db/queries/clients';
import { findLink } from '@/db/queries/links';
import { findOrder } from '@/db/queries/orders';
import { driveBulk } from '@/lib/bulk-runner';
import { startBulk } from '@/lib/domain/bulk/start-bulk';
import { createClient } from '@/lib/domain/clients/create-client';
import { editClient } from '@/lib/domain/clients/edit-client';
import { restoreClient } from '@/lib/domain/clients/restore-client';
import type { Ctx } from '@/lib/domain/context';
import { decideConflict } from '@/lib/domain/exchange/decide-conflict';
import { listConflicts } from '@/lib/domain/exchange/list-conflicts';
import { getExchangeRun, listFindings } from '@/lib/domain/exchange/list-runs';
import type { Exchanged } from '@/lib/domain/exchange/schema';
import { createOrder } from '@/lib/domain/orders/create-order';
import { addPayment } from '@/lib/domain/payments/add-payment';
import { ctxOf } from '@/lib/testing/people';
import { SimulatedPeer } from '@/lib/testing/simulated-peer';
import { type Bench, benchOf } from '@/lib/testing/sync-bench';

let ctx: Ctx;
beforeAll(async () => {
  ctx = await ctxOf('admin');
});

async function begin(policy: Bench['settings']['policy'], direction: Bench['settings']['direction'] = 'both') {
  const peer = new SimulatedPeer();
  const bench = await benchOf(peer, { policy, direction });
  await bench.run('pull');
  return { peer, bench };
}

async function remoteOf({ connection }: Bench, entity: Exchanged, id: number): Promise<string> {
  return (await ctx.db.read((tx) => findLink(tx, connection.id, entity, id)))?.remoteId ?? '';
}

async function bothEdit(policy: Bench['settings']['policy'], theirsLater: boolean) {
  const world = await begin(policy);
  const { id } = await createClient(ctx, { company: 'Оба', comment: 'было', inn: '' });
  await world.bench.deliver();
  const remote = await remoteOf(world.bench, 'client', id);
  world.peer.now = () => Date.now() + (theirsLater ? 60_000 : -60_000);
  world.peer.edit('client', remote, { comment: 'их', inn: '7707083893' });
  await editClient(ctx, { id, input: { comment: 'наше', mobile_phone: '+79000000001' } });
  await world.bench.deliver();
  await world.bench.run('pull');
  return { ...world, id, remote };
}

describe('a field changed on both sides', () => {
  test.each([
    ['newest', true, 'их'],
    ['newest', false, 'наше'],
    ['ours', true, 'наше'],
    ['theirs', false, 'их'],
  ] as const)('by the rule «%s» (theirs later: %s) becomes «%s», and what lost is kept', async (policy, later, comment) => {
    const { peer, bench, id, remote } = await bothEdit(policy, later);
    const ours = await ctx.db.read((tx) => findClient(tx, id));
    // What one side alone has changed goes to the other in any case.
    expect(ours).toMatchObject({ comment, inn: '7707083893', mobilePhone: '+79000000001' });
    expect(peer.kept.client.get(remote)?.values).toMatchObject({ comment, mobile_phone: '+79000000001' });
    const [conflict, ...more] = await listConflicts(ctx, { connectionId: bench.connection.id, limit: 5 });
    expect(more).toEqual([]);
    expect(conflict).toMatchObject({ state: 'decided', policy, decision: comment === 'их' ? 'theirs' : 'ours', name: 'Оба' });
    expect(conflict?.fields.comment).toMatchObject({ ours: 'наше', theirs: 'их' });
  });

  test.each(['ours', 'theirs'] as const)('asks when it shall, waits in silence, and does what was decided (%s)', async (decision) => {
    const { peer, bench, id, remote } = await bothEdit('ask', true);
    expect((await ctx.db.read((tx) => findClient(tx, id)))?.comment).toBe('наше');
    expect(peer.kept.client.get(remote)?.values).toMatchObject({ comment: 'их', mobile_phone: '+79000000001' });
    peer.forget();
    await bench.run('pull');
    expect(peer.writes).toBe(0);
    const open = await listConflicts(ctx, { connectionId: bench.connection.id, state: 'open', limit: 5 });
    expect(open).toHaveLength(1);
    await decideConflict(ctx, { id: open[0]?.id ?? 0, decision });
    await bench.deliver();
    const comment = decision === 'ours' ? 'наше' : 'их';
    expect((await ctx.db.read((tx) => findClient(tx, id)))?.comment).toBe(comment);
    expect(peer.kept.client.get(remote)?.values.comment).toBe(comment);
    expect(await listConflicts(ctx, { connectionId: bench.connection.id, state: 'open', limit: 5 })).toEqual([]);
    expect(await bench.differences()).toEqual([]);
  });

  test('made the same by hand is no conflict any more', async () => {
    const { peer, bench, id, remote } = await bothEdit('ask', true);
    peer.edit('client', remote, { comment: 'наше' });
    await bench.run('pull');
    expect(await listConflicts(ctx, { connectionId: bench.connection.id, state: 'open', limit: 5 })).toEqual([]);
    expect((await ctx.db.read((tx) => findClient(tx, id)))?.comment).toBe('наше');
  });
});

describe('an order that was paid for', () => {
  test.each(['ours', 'theirs'] as const)('asks about its lines, whatever the rule; decided %s', async (decision) => {
    const { peer, bench } = await begin('theirs');
    const client = await createClient(ctx, { company: 'Плательщик' });
    const { order } = await createOrder(ctx, { client: client.id, items: [{ product: 'Стол', quantity: 1000, price: 5000 }] });
    await addPayment(ctx, { orderId: order.id, input: { day: '2026-01-10', amount: 5000, method: 'bank' } });
    await bench.deliver();
    const remote = await remoteOf(bench, 'order', order.id);
    peer.edit('order', remote, { items: [{ product: 'Стол', quantity: 1000, total: 100 }], description: 'их слова' });
    await bench.run('pull');
    const held = await ctx.db.read((tx) => findOrder(tx, order.id));
    expect(held?.order).toMatchObject({ totalMinor: 5000, description: 'их слова' });
    const [open] = await listConflicts(ctx, { connectionId: bench.connection.id, state: 'open', limit: 5 });
    expect(open?.fields.items?.theirs).toEqual([{ product: 'Стол', quantity: '1', total: '1.00' }]);
    await decideConflict(ctx, { id: open?.id ?? 0, decision });
    await bench.deliver();
    const after = await ctx.db.read((tx) => findOrder(tx, order.id));
    expect(after?.order.totalMinor).toBe(decision === 'ours' ? 5000 : 100);
    expect(await bench.differences()).toEqual([]);
  });

  test('is not taken away on their word', async () => {
    const { peer, bench } = await begin('newest');
    const client = await createClient(ctx, { company: 'Плательщик 2' });
    const { order } = await createOrder(ctx, { client: client.id, items: [{ product: 'Стол', quantity: 1000, price: 5000 }] });
    await addPayment(ctx, { orderId: order.id, input: { day: '2026-01-10', amount: 5000, method: 'bank' } });
    await bench.deliver();
    peer.edit('order', await remoteOf(bench, 'order', order.id), { deleted: true });
    await bench.run('pull');
    expect((await ctx.db.read((tx) => findOrder(tx, order.id)))?.order.deletedAt).toBeNull();
    expect(await listConflicts(ctx, { connectionId: bench.connection.id, state: 'open', limit: 5 })).toHaveLength(1);
  });
});

describe('a run', () => {
  test('taking over is rehearsed without a write, done as one group, and taken back as one', async () => {
    const { peer, bench } = await begin('newest');
    const twin = await createClient(ctx, { company: 'Двойник 1', mobile_phone: '+79990000001' });
    await createClient(ctx, { company: 'Двойник 2', mobile_phone: '+79990000001' });
    const known = await createClient(ctx, { company: 'Знакомый', inn: '7728168971' });
    peer.add('client', { name: 'Похож на двоих', mobile_phone: '+79990000001' });
    peer.add('client', { name: 'Знакомый', inn: '7728168971', comment: 'оттуда' });
    for (let n = 0; n < 12; n++) peer.add('client', { name: `Новый ${n}` });

    const rehearsed = await bench.run('rehearsal');
    expect(rehearsed.counts).toMatchObject({ created: 12, linked: 1, duplicates: 1 });
    expect(peer.writes).toBe(0);
    const [finding] = await listFindings(ctx, { runId: rehearsed.id, kind: 'duplicate', limit: 5 });
    expect(finding?.detail.like?.map(({ by }) => by)).toEqual(['phone', 'phone']);
    expect(finding?.detail.like?.[0]?.id).toBe(twin.id);

    const taken = await bench.run('backfill');
    expect(taken.counts).toMatchObject({ created: 12, linked: 1, duplicates: 1 });
    expect((await getExchangeRun(ctx, taken.id)).found).toContainEqual({ kind: 'duplicate', count: 1, open: 1 });
    expect((await ctx.db.read((tx) => findClient(tx, known.id)))?.comment).toBe('оттуда');
    const groupId = taken.groupId ?? 0;
    expect(await ctx.db.read((tx) => countGroup(tx, groupId))).toBe(13);
    const again = await bench.run('backfill');
    expect(again.counts).not.toHaveProperty('created');
    expect(again.groupId).toBeNull();

    // A person says that the one who looks like others is himself.
    const fixed = await bench.run('pull', { fix: { runId: taken.id, kind: 'duplicate' } });
    expect(fixed.counts).toEqual({ created: 1 });

    // Taking it back here goes there as an ordinary change.
    const undo = { entity: 'operation', selection: { group: groupId }, action: { type: 'undo', conflicts: 'theirs' } } as const;
    await driveBulk(ctx.db, (await startBulk(ctx, undo)).id);
    await bench.deliver();
    expect([...peer.kept.client.values()].filter(({ values }) => values.deleted === true)).toHaveLength(12);
    expect((await ctx.db.read((tx) => findClient(tx, known.id)))?.comment).toBe('');
  });

  test('a comparison finds what is missing on either side and what differs, and mends it', async () => {
    const { peer, bench } = await begin('newest');
    const client = await createClient(ctx, { company: 'Сверка' });
    await bench.deliver();
    const remote = await remoteOf(bench, 'client', client.id);
    await bench.run('backfill');
    const lone = peer.add('client', { name: 'Только там' });
    peer.edit('client', remote, { comment: 'изменено мимо обмена' });
    const lost = await createClient(ctx, { company: 'Только здесь' });
    const { id } = await bench.run('reconciliation');
    const found = await listFindings(ctx, { runId: id, limit: 20 });
    expect(found.map(({ kind, entity, detail }) => [kind, entity, detail.name])).toEqual(
      expect.arrayContaining([
        ['missing_here', 'client', `S-${lone}`],
        ['differs', 'client', 'Сверка'],
        ['missing_there', 'client', 'Только здесь'],
      ]),
    );
    expect(found).toHaveLength(3);
    const fixed = await bench.run('pull', { fix: { runId: id } });
    expect(fixed.counts).toMatchObject({ created: 1, updated: 1, sent: 1 });
    expect(await remoteOf(bench, 'client', lost.id)).not.toBe('');
    expect((await bench.run('reconciliation')).counts).not.toHaveProperty('missing');
    expect((await getExchangeRun(ctx, id)).found.every(({ open }) => open === 0)).toBe(true);
  });

  test('goes on over failures, and a record that is refused does not stop the others', async () => {
    const { peer, bench } = await begin('newest');
    for (let n = 0; n < 9; n++) peer.add('client', { name: n === 4 ? '' : `Стойкий ${n}` });
    let n = 0;
    peer.mishap = () => (n++ % 3 === 0 ? 'reset' : 'none');
    const { state, counts, id } = await bench.run('backfill');
    expect(state).toBe('done');
    expect(counts).toMatchObject({ created: 8, refused: 1 });
    const [refused] = await listFindings(ctx, { runId: id, kind: 'refused', limit: 5 });
    expect(refused?.detail.problem).toEqual({ code: 'refused_here', values: { rule: 'name_or_company', field: 'last_name' } });
  });

  test('gives up when the other side stays away', async () => {
    const { peer, bench } = await begin('newest');
    peer.mishap = () => 'reset';
    expect(await bench.run('backfill')).toMatchObject({ state: 'failed', problem: { code: 'unreachable' } });
  });
});

describe('one way', () => {
  test('in: nothing is sent', async () => {
    const { peer, bench } = await begin('newest', 'in');
    const { id } = await createClient(ctx, { company: 'Не уйдёт' });
    await bench.deliver();
    peer.add('client', { name: 'Придёт' });
    expect((await bench.run('pull')).counts).toMatchObject({ created: 1 });
    expect(await remoteOf(bench, 'client', id)).toBe('');
    expect(peer.writes).toBe(0);
  });

  test('out: nothing is taken', async () => {
    const { peer, bench } = await begin('newest', 'out');
    const { id } = await createClient(ctx, { company: 'Уйдёт' });
    await bench.deliver();
    peer.add('client', { name: 'Не придёт' });
    peer.edit('client', await remoteOf(bench, 'client', id), { comment: 'не придёт' });
    const { counts } = await bench.run('pull');
    expect(Object.keys(counts)).toEqual(['seen']);
    expect((await ctx.db.read((tx) => findClient(tx, id)))?.comment).toBe('');
  });
});

test('what has gone there for good lies in the bin here, and comes back there when it is restored', async () => {
  const { peer, bench } = await begin('newest');
  const { id } = await createClient(ctx, { company: 'Пропавший' });
  await bench.deliver();
  peer.remove('client', await remoteOf(bench, 'client', id));
  await editClient(ctx, { id, input: { comment: 'а мы правим' } });
  await bench.deliver();
  expect((await ctx.db.read((tx) => findClient(tx, id)))?.deletedAt).not.toBeNull();
  await restoreClient(ctx, id);
  await bench.deliver();
  expect([...peer.kept.client.values()].map(({ values }) => values.comment)).toEqual(['а мы правим']);
});
