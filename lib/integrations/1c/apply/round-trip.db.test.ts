import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { findOrder } from '@/db/queries/orders';
import { createClient } from '@/lib/domain/clients/create-client';
import { addConnection } from '@/lib/domain/connections/write-connection';
import { noteSentOrders } from '@/lib/domain/exchange/write-links';
import { createOrder } from '@/lib/domain/orders/create-order';
import { deleteOrder } from '@/lib/domain/orders/delete-order';
import { orderForm, orderItem } from '@/lib/domain/orders/schema';
import { addPayment } from '@/lib/domain/payments/add-payment';
import { systemCtx } from '@/lib/testing/people';
import { writeOrders } from '../commerceml/write-orders';
import { loadForSending } from '../load-for-sending';
import { sourceOf } from '../testing/files';
import { oddText } from '../testing/sent-orders';
import { applyFile, startState } from './apply-file';

/** Hundreds of transactions, on a machine that does other things besides; ms. */
const patience = 180_000;

const now = () => new Date('2026-11-20T09:00:00Z');

async function connect() {
  const ctx = systemCtx();
  const settings = { accept_new: true, policy: 'theirs', reopen_final: true };
  return ctx.db.transaction((tx) => addConnection(tx, ctx, { kind: '1c', name: '1С', topics: [], settings, secrets: () => ({}) }));
}

/** Lines as people write them, with names that stand twice. */
const item = fc
  .record({
    product: fc.oneof(fc.constantFrom('Стол', 'Доставка', 'стол'), oddText(40)),
    sku: oddText(20),
    unit: fc.oneof(fc.constantFrom('', 'шт', 'кг', 'куб.\u00a0м'), oddText(8)),
    quantity: fc.integer({ min: 1, max: 99_999 }).map((milli) => milli / 1000),
    price: fc.integer({ min: 0, max: 999_999 }).map((minor) => minor / 100),
    discount: fc.constantFrom(0, 0, 0.01, 1.5),
    vat_rate: fc.constantFrom(null, 0, 1000, 2000),
  })
  .filter((one) => orderItem.safeParse(one).success && Math.floor(one.quantity * one.price) >= one.discount + 1);

test(
  'an order that is sent and comes back as it was is no change, whatever stands in it',
  async () => {
    const client = (await createClient(systemCtx(), { company: 'ООО «Лес»', inn: '7736207543' })).id;
    const connection = await connect();
    await fc.assert(
      fc.asyncProperty(
        fc.array(item, { minLength: 1, maxLength: 5 }),
        fc.record({ status: fc.constantFrom('Pending', 'Completed', 'Cancelled'), shipped_day: fc.constantFrom('', '2026-11-12') }),
        fc.record({
          paid: fc.boolean(),
          deleted: fc.boolean(),
          encoding: fc.constantFrom('utf-8', 'windows-1251'),
          schemaVersion: fc.constantFrom('2.08', '3.1'),
        }),
        async (items, order, { paid, deleted, ...options }) => {
          const { id } = (await createOrder(systemCtx(), orderForm.parse({ client, items, ...order }))).order;
          if (paid) await addPayment(systemCtx(), { orderId: id, input: { day: '2026-11-13', amount: 100, method: 'cash' } });
          if (deleted) await deleteOrder(systemCtx(), { id });
          const sending = await loadForSending(getEngine(), connection, [id]);
          await getEngine().transaction((tx) => noteSentOrders(tx, connection.id, sending, 0));
          const before = await getEngine().read((tx) => findOrder(tx, id));
          const bytes = writeOrders(
            sending.map(({ document }) => document),
            { ...options, made: '2026-11-20T12:00:00' },
          );
          const state = await applyFile({ db: getEngine(), connection, now, requestId: 'test' }, sourceOf(bytes), startState());
          expect(state).toMatchObject({ counts: { same: 1 }, notes: [] });
          expect(await getEngine().read((tx) => findOrder(tx, id))).toEqual(before);
        },
      ),
      { numRuns: 30 },
    );
  },
  patience,
);

test('what 1C is told of an order', async () => {
  const connection = await connect();
  const client = (
    await createClient(systemCtx(), { last_name: 'Иванова', first_name: 'Анна', email: 'anna@example.com', mobile_phone: '+79001234567' })
  ).id;
  const items = [{ product: 'Стол', quantity: 1000, price: 10_000 }];
  const { order } = await createOrder(systemCtx(), { client, items, due_day: '2026-11-30', shipped_day: '2026-11-12' });
  await addPayment(systemCtx(), { orderId: order.id, input: { day: '2026-11-13', amount: 4_000, method: 'card' } });
  const told = async () => {
    const [sending] = await loadForSending(getEngine(), connection, [order.id]);
    const { requisites = [], deleted, party } = sending?.document ?? {};
    return { ...Object.fromEntries(requisites.map(({ name, value }) => [name, value])), deleted, party, sha256: sending?.sha256 };
  };
  const first = await told();
  expect(first).toMatchObject({
    'Заказ оплачен': 'false',
    'Сумма оплаты': '40.00',
    'Метод оплаты ИД': 'card',
    Отгружен: 'true',
    'Дата отгрузки': '2026-11-12',
    Отменен: 'false',
    'Финальный статус': 'false',
    'Статус заказа': '[N] В работе',
    'Статуса заказа ИД': 'N',
    'Срок исполнения': '2026-11-30',
    deleted: false,
    party: { kind: 'person', name: 'Иванова Анна', lastName: 'Иванова', email: 'anna@example.com', phone: '+79001234567' },
  });
  expect(first).not.toHaveProperty('Дата оплаты');
  await addPayment(systemCtx(), { orderId: order.id, input: { day: '2026-11-14', amount: 6_000, method: 'bank' } });
  await deleteOrder(systemCtx(), { id: order.id });
  const last = await told();
  expect(last).toMatchObject({
    'Заказ оплачен': 'true',
    'Дата оплаты': '2026-11-14',
    'Номер платёжного документа': expect.stringMatching(/^\d+$/),
    deleted: true,
  });
  expect(last.sha256).not.toBe(first.sha256);
});
