import { beforeEach, expect, test } from 'vitest';
import type { Engine } from '@/db/engines/engine';
import { driveBulk } from '@/lib/bulk-runner';
import { ctxOf } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import { getClientCard } from '../clients/get-client';
import type { Ctx } from '../context';
import { isDomainError } from '../errors';
import { listChanges } from '../history/list-changes';
import { createOrder } from '../orders/create-order';
import { deleteOrder } from '../orders/delete-order';
import { editOrder } from '../orders/edit-order';
import { getOrderCard } from '../orders/get-order';
import { editUser } from '../users/edit-user';
import { getBulkRun } from './get-bulk';
import { continueBulk } from './run-bulk';
import type { BulkTask } from './schema';
import { startBulk, stopBulk } from './start-bulk';

const item = { product: 'Стол', quantity: 1000, price: 10_000 };
let ctx: Ctx;
let client = 0;
let ids: number[] = [];

beforeEach(async () => {
  ctx = await ctxOf('admin');
  client = (await createClient(ctx, { company: `Фирма ${Math.random()}` })).id;
  ids = [];
  for (let n = 0; n < 130; n++) ids.push((await createOrder(ctx, { client, items: [item] })).order.id);
});

async function run(task: BulkTask) {
  const { id } = await startBulk(ctx, task);
  await driveBulk(ctx.db, id);
  return getBulkRun(ctx, id);
}

const statuses = async () => Promise.all(ids.map(async (id) => (await getOrderCard(ctx, id)).order.status));

test('a status for all that are found, as one group that is taken back at once', async () => {
  const filter = { client_id: client };
  const fields = { status: 'Completed' as const };
  await editOrder(ctx, { id: ids[5] ?? 0, input: { status: 'Completed' } });
  await deleteOrder(ctx, { id: ids[6] ?? 0 });
  const done = await run({ entity: 'order', selection: { filter }, action: { type: 'edit', fields } });
  expect(done).toMatchObject({ state: 'done', total: 129, done: 128, unchanged: 1, refused: 0 });
  expect(new Set((await statuses()).filter((_, at) => at !== 6))).toEqual(new Set(['Completed']));
  const { changes } = await listChanges(ctx, { limit: 1000, entity: 'order', id: ids[7] });
  expect(changes.at(-1)?.operation).toMatchObject({ kind: 'bulk.status', groupId: done.groupId });

  await editOrder(ctx, { id: ids[0] ?? 0, input: { status: 'Cancelled' } });
  const group = done.groupId ?? 0;
  const undone = await run({ entity: 'operation', selection: { group }, action: { type: 'undo', conflicts: 'theirs' } });
  expect(undone).toMatchObject({ state: 'done', total: 128, done: 127, unchanged: 1, refused: 0 });
  const now = await statuses();
  expect([now[0], now[5], now[7]]).toEqual(['Cancelled', 'Completed', 'Pending']);
  const again = await run({ entity: 'operation', selection: { group }, action: { type: 'undo', conflicts: 'undone' } });
  expect([again.done, (await statuses())[0]]).toEqual([1, 'Pending']);
});

test('what cannot be changed is left as it was and told with its reason', async () => {
  const free = (await createClient(ctx, { company: 'Без заказов' })).id;
  const task = { entity: 'client', selection: { ids: [free, client, 999_999] }, action: { type: 'delete' } } as const;
  const done = await run({ ...task, selection: { ids: [...task.selection.ids] } });
  expect(done).toMatchObject({ state: 'done', total: 3, done: 1, refused: 2 });
  expect(done.problems).toEqual([
    { id: client, code: 'client_has_orders' },
    { id: 999_999, code: 'not_found' },
  ]);
  const cascade = await run({ entity: 'client', selection: { ids: [client] }, action: { type: 'delete', cascade: true } });
  expect(cascade).toMatchObject({ done: 1, refused: 0 });
  expect((await getOrderCard(ctx, ids[0] ?? 0)).order.deletedAt).not.toBeNull();
  await run({ entity: 'operation', selection: { group: cascade.groupId ?? 0 }, action: { type: 'undo', conflicts: 'theirs' } });
  expect((await getOrderCard(ctx, ids[0] ?? 0)).order.deletedAt).toBeNull();
  expect((await getClientCard(ctx, client)).client.deletedAt).toBeNull();
});

test('fields of clients, cleared too; and back from the bin', async () => {
  const set = await run({
    entity: 'client',
    selection: { ids: [client] },
    action: { type: 'edit', fields: { address: 'Псков', comment: '' } },
  });
  expect(set.done).toBe(1);
  expect((await getClientCard(ctx, client)).client).toMatchObject({ address: 'Псков', comment: '' });
  await run({ entity: 'order', selection: { ids }, action: { type: 'delete' } });
  const found = await run({ entity: 'order', selection: { filter: { client_id: client, deleted: true } }, action: { type: 'restore' } });
  expect(found).toMatchObject({ total: 130, done: 130 });
});

/** A database whose transactions fail now and then after their work, as if the process had been killed before the commit. */
function shaky(db: Engine, failing: () => boolean): Engine {
  return {
    ...db,
    transaction: (work, options) =>
      db.transaction(async (tx) => {
        const result = await work(tx);
        if (failing()) throw new Error('killed');
        return result;
      }, options),
  };
}

test('a run that is interrupted again and again does every record once', async () => {
  const { id } = await startBulk(ctx, { entity: 'order', selection: { ids }, action: { type: 'edit', fields: { due_day: '2026-12-24' } } });
  let n = 0;
  const db = shaky(ctx.db, () => n++ % 2 === 0);
  for (let more = true; more; ) more = await continueBulk(db, id, () => new Date()).catch(() => true);
  expect(await getBulkRun(ctx, id)).toMatchObject({ state: 'done', done: 130, unchanged: 0 });
  for (const order of ids) expect((await getOrderCard(ctx, order)).order.version).toBe(2);
});

test('two that carry the same run on do every record once', async () => {
  const { id } = await startBulk(ctx, { entity: 'order', selection: { ids }, action: { type: 'edit', fields: { description: 'вместе' } } });
  const drive = async () => {
    while (await continueBulk(ctx.db, id, () => new Date()));
  };
  await Promise.all([drive(), drive(), drive()]);
  expect(await getBulkRun(ctx, id)).toMatchObject({ state: 'done', done: 130, unchanged: 0 });
});

test('a run is stopped by who may, and ends when its author has lost the right', async () => {
  const manager = await ctxOf('manager');
  const task = { entity: 'order', selection: { ids }, action: { type: 'edit', fields: { status: 'Cancelled' } } } as const;
  const stopped = await startBulk(ctx, { ...task, selection: { ids } });
  await expect(stopBulk(manager, stopped.id)).rejects.toSatisfy((error) => isDomainError(error) && error.code === 'forbidden');
  await stopBulk(ctx, stopped.id);
  expect(await continueBulk(ctx.db, stopped.id, () => new Date())).toBe(false);
  expect(await getBulkRun(ctx, stopped.id)).toMatchObject({ state: 'stopped', done: 0 });

  const theirs = await startBulk(manager, { ...task, selection: { ids } });
  const actor = manager.actor.type === 'user' ? manager.actor.id : 0;
  await editUser(ctx, { id: actor, disabled: true });
  await driveBulk(ctx.db, theirs.id);
  expect(await getBulkRun(ctx, theirs.id)).toMatchObject({ state: 'stopped', done: 0 });
  await editUser(ctx, { id: actor, disabled: false });
});

test('nothing selected is refused', async () => {
  const empty = startBulk(ctx, { entity: 'order', selection: { filter: { search: 'нет такого заказа' } }, action: { type: 'delete' } });
  await expect(empty).rejects.toSatisfy((error) => isDomainError(error) && error.code === 'nothing_selected');
});

test('what somebody has changed since it was chosen is left to a decision; other fields of it are no matter', async () => {
  const [first = 0, second = 0, third = 0] = ids;
  const chosen = { ids: [first, second, third], seen: [1, 1, 1] };
  await editOrder(ctx, { id: first, input: { status: 'Cancelled' } });
  await editOrder(ctx, { id: second, input: { description: 'до 12:00' } });
  const done = await run({ entity: 'order', selection: chosen, action: { type: 'edit', fields: { status: 'Completed' } } });
  expect(done).toMatchObject({ done: 2, refused: 1, problems: [{ id: first, code: 'stale_version' }] });
  expect((await statuses()).slice(0, 3)).toEqual(['Cancelled', 'Completed', 'Completed']);
  const seen = [2, 3, 1];
  const binned = await run({ entity: 'order', selection: { ...chosen, seen }, action: { type: 'delete' } });
  expect(binned.problems).toEqual([{ id: third, code: 'stale_version' }]);
  await expect(
    startBulk(ctx, { entity: 'order', selection: { ids: [first], seen: [] }, action: { type: 'delete' } }),
  ).rejects.toMatchObject({ code: 'validation' });
});
