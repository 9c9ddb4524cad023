import { beforeAll, expect, test } from 'vitest';
import { ctxOf } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import { editClient } from '../clients/edit-client';
import type { Ctx } from '../context';
import { createOrder } from '../orders/create-order';
import { deleteOrder } from '../orders/delete-order';
import { editOrder } from '../orders/edit-order';
import { getOrder } from '../orders/get-order';
import { restoreOrder } from '../orders/restore-order';
import { addPayment } from '../payments/add-payment';
import { getOvertaken } from './get-overtaken';
import { mergeOrder } from './merge-record';

let manager: Ctx;
let admin: Ctx;
let client = 0;

const items = (quantity: number) => [{ product: 'Кресло', quantity, price: 1_125_000 }];

beforeAll(async () => {
  [manager, admin] = [await ctxOf('manager'), await ctxOf('admin')];
  client = (await createClient(manager, { company: 'ООО «Вектор»' })).id;
});

test('an order as it was in any version, who saved last and when', async () => {
  const { order } = await createOrder(manager, { client, items: items(6000), description: 'вторник' });
  const { id } = order;
  const first = await getOrder(manager, id);
  await editOrder(admin, { id, input: { description: 'среда' } });
  await deleteOrder(manager, { id });
  await restoreOrder(manager, id);
  await addPayment(manager, { orderId: id, input: { day: '2026-01-01', amount: 100, method: 'cash' } });
  await editOrder({ ...admin, now: () => new Date('2026-11-23T11:29:00Z') }, { id, input: { items: items(7000) } });
  const overtaken = await getOvertaken(manager, { entity: 'order', id, version: 1 });
  expect(overtaken).toMatchObject({ version: 6, gender: 'm', at: Date.parse('2026-11-23T11:29:00Z') });
  expect(overtaken.who).toBe(admin.actor.type === 'user' ? admin.actor.name : '');
  expect(overtaken.base).toMatchObject({ description: 'вторник', status: 'Pending', paid: '0.00' });
  expect(overtaken.now).toMatchObject({ description: 'среда', paid: '1.00' });
  const merge = mergeOrder(overtaken, {
    client,
    status: 'Pending',
    description: 'вторник до 12',
    due_day: null,
    items: items(8000),
  });
  expect(merge.differences.map(({ key, was, theirs, mine }) => [key, was, theirs, mine])).toEqual([
    ['description', 'вторник', 'среда', 'вторник до 12'],
    ['line.0.quantity', '6', '7', '8'],
  ]);
  const saved = await editOrder(manager, {
    id,
    input: merge.resolve((key) => (key === 'description' ? 'mine' : 'theirs')),
    expectedVersion: overtaken.version,
  });
  expect(saved.order.description).toBe('вторник до 12');
  expect(saved.lines.map(({ quantityMilli }) => quantityMilli)).toEqual([7000]);
  expect(saved.order.paidMinor).toBe(100);
  expect(first.order.version).toBe(1);
});

test('a version the journal does not know has no original', async () => {
  const { order } = await createOrder(manager, { client, items: items(1000) });
  expect((await getOvertaken(manager, { entity: 'order', id: order.id, version: -3 })).base).toBeNull();
});

test('a client', async () => {
  await editClient(admin, { id: client, input: { company: 'ООО «Луч»' } });
  const overtaken = await getOvertaken(manager, { entity: 'client', id: client, version: 1 });
  expect([overtaken.base?.company, overtaken.now.company]).toEqual(['ООО «Вектор»', 'ООО «Луч»']);
});
