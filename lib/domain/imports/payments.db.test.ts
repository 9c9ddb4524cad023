import { beforeEach, expect, test } from 'vitest';
import { driveBulk } from '@/lib/bulk-runner';
import { incoming, statementOf } from '@/lib/import/testing/statement';
import { driveImport } from '@/lib/import-runner';
import { checkedImport, csvOf } from '@/lib/testing/imports';
import { ctxOf } from '@/lib/testing/people';
import { startBulk } from '../bulk/start-bulk';
import { createClient } from '../clients/create-client';
import type { Ctx } from '../context';
import { createOrder } from '../orders/create-order';
import { getOrder } from '../orders/get-order';
import { addPayment } from '../payments/add-payment';
import { applyImport } from './apply-import';
import { fixCell } from './fix-row';
import { getImport } from './get-import';
import { listImportRows } from './list-rows';

let ctx: Ctx;
let n = 0;

beforeEach(async () => {
  ctx = await ctxOf('manager');
});

/** A taxpayer number nobody else in the test database has. */
const newInn = () => `${Date.now()}`.slice(-8).padStart(8, '7') + String(n++ % 100).padStart(2, '0');

async function orderOf(inn: string, price: number, externalNo?: string) {
  const client = await createClient(ctx, { company: `ООО ${inn}`, inn });
  const { order } = await createOrder(ctx, {
    client: client.id,
    items: [{ product: 'Стол', quantity: 1000, price }],
    external_no: externalNo,
  });
  return order;
}

const check = (bytes: Buffer) => checkedImport(ctx, bytes, { entity: 'payment', fileName: 'kl_to_1c.txt' });
const rowsOf = (id: number) => listImportRows(ctx, id, { after: 0, limit: 100 });

async function applied(id: number) {
  await applyImport(ctx, id);
  await driveImport(ctx.db, id);
  return getImport(ctx, id);
}

test('lines of a statement find their orders by number, payer and sum; the second time they are known', async () => {
  const [a, b, c] = [newInn(), newInn(), newInn()];
  const byNumber = await orderOf(a, 1000_00);
  const bySum = await orderOf(b, 777_77);
  const elsewhere = await orderOf(c, 500_00, `УТ-${c}`);
  const bytes = statementOf([
    incoming({ Номер: '1', Сумма: '400.00', ПлательщикИНН: a, НазначениеПлатежа: `Частичная оплата заказа № ${byNumber.id}` }),
    incoming({ Номер: '2', Сумма: '600.00', ПлательщикИНН: a, НазначениеПлатежа: `Остаток по заказу ${byNumber.id}, НДС не облагается` }),
    incoming({ Номер: '3', Сумма: '777.77', ПлательщикИНН: b, НазначениеПлатежа: 'За товар' }),
    incoming({ Номер: '4', Сумма: '500.00', НазначениеПлатежа: `Счет № УТ-${c} от 01.11.2026` }),
    incoming({ Номер: '5', Сумма: '1.00', ПлательщикИНН: newInn(), НазначениеПлатежа: 'Проценты по депозиту' }),
    incoming({ Номер: '3', Сумма: '777.77', ПлательщикИНН: b, НазначениеПлатежа: 'За товар' }),
  ]);
  const found = await check(bytes);
  const rows = await rowsOf(found.id);
  const orderIn = (at: number) => rows[at]?.detail.changes.map(({ file }) => Number(file));
  expect(rows.map(({ kind }) => kind)).toEqual(['new', 'new', 'new', 'new', 'error', 'duplicate']);
  expect([0, 1, 2, 3].map(orderIn)).toEqual([[byNumber.id], [byNumber.id], [bySum.id], [elsewhere.id]]);
  expect(rows[4]?.detail.problems).toEqual([{ field: 'order_id', rule: 'import_payment_order' }]);

  const done = await applied(found.id);
  expect(done).toMatchObject({ state: 'done', applied: 4, refused: 0 });
  const { order, payments } = await getOrder(ctx, byNumber.id);
  expect([order.paidMinor, payments.map(({ amountMinor, paidDay, method }) => [amountMinor, paidDay, method])]).toEqual([
    1000_00,
    [
      [400_00, '2026-11-20', 'bank'],
      [600_00, '2026-11-20', 'bank'],
    ],
  ]);
  expect((await getOrder(ctx, elsewhere.id)).order.paidMinor).toBe(500_00);

  const again = await check(bytes);
  expect((await rowsOf(again.id)).map(({ kind }) => kind)).toEqual(['same', 'same', 'same', 'same', 'error', 'duplicate']);

  const undoing = await startBulk(ctx, {
    entity: 'operation',
    selection: { group: done.groupId ?? 0 },
    action: { type: 'undo', conflicts: 'theirs' },
  });
  await driveBulk(ctx.db, undoing.id);
  for (const { id } of [byNumber, bySum, elsewhere]) expect((await getOrder(ctx, id)).order.paidMinor, `${id}`).toBe(0);
  const afterUndo = await check(bytes);
  expect((await rowsOf(afterUndo.id)).map(({ kind }) => kind).slice(0, 4)).toEqual(['new', 'new', 'new', 'new']);
});

test('money that was entered by hand or told by another system is not written twice, unless somebody says so', async () => {
  const inn = newInn();
  const order = await orderOf(inn, 1000_00);
  await addPayment(ctx, { orderId: order.id, input: { day: '2026-11-20', amount: 400_00, method: 'bank' } });
  const found = await check(
    statementOf([incoming({ Номер: '21', Сумма: '400.00', ПлательщикИНН: inn, НазначениеПлатежа: `Заказ № ${order.id}` })]),
  );
  const [row] = await rowsOf(found.id);
  expect(row?.detail.problems).toEqual([{ field: 'order_id', rule: 'import_payment_there', params: { id: order.id } }]);
  expect((await fixCell(ctx, { rowId: row?.id ?? 0, field: 'order_id', text: String(order.id) })).kind).toBe('new');
  expect(await applied(found.id)).toMatchObject({ applied: 1 });
  expect((await getOrder(ctx, order.id)).order.paidMinor).toBe(800_00);
});

test('a number of somebody else’s order is no proof, and several debts are left to people', async () => {
  const [a, b] = [newInn(), newInn()];
  const foreign = await orderOf(a, 300_00);
  const client = await createClient(ctx, { company: `ООО ${b}`, inn: b });
  const two = [];
  for (const price of [100_00, 100_00]) {
    two.push((await createOrder(ctx, { client: client.id, items: [{ product: 'Стул', quantity: 1000, price }] })).order.id);
  }
  const found = await check(
    statementOf([incoming({ Номер: '8', Сумма: '100.00', ПлательщикИНН: b, НазначениеПлатежа: `Счет № ${foreign.id}` })]),
  );
  const [row] = await rowsOf(found.id);
  expect(row?.detail.problems).toEqual([
    { field: 'order_id', rule: 'import_payment_several', params: { ids: two.map((id) => `№ ${id}`).join(', ') } },
  ]);
  const fixed = await fixCell(ctx, { rowId: row?.id ?? 0, field: 'order_id', text: String(two[1]) });
  expect(fixed.kind).toBe('new');
  await applied(found.id);
  expect((await getOrder(ctx, two[1] ?? 0)).order.paidMinor).toBe(100_00);
  expect((await getOrder(ctx, foreign.id)).order.paidMinor).toBe(0);
});

test('a table of payments comes in alike; what is no payment is told at its cell', async () => {
  const order = await orderOf(newInn(), 900_00);
  const found = await checkedImport(
    ctx,
    csvOf([
      ['Номер заказа', 'Дата', 'Сумма', 'Способ', 'Комментарий'],
      [String(order.id), '20.11.2026', '450,50', 'наличные', 'аванс'],
      [String(order.id), '21.11.2026', '-50', 'карта', 'возврат'],
      [String(order.id), '31.11.2026', '10', 'банк', ''],
      [String(order.id), '21.11.2026', 'сто', 'натурой', ''],
      ['99999999', '21.11.2026', '10', '', ''],
    ]),
    { entity: 'payment', fileName: 'оплаты.csv' },
  );
  const rows = await rowsOf(found.id);
  expect(rows.map(({ kind, detail }) => [kind, detail.problems.map(({ field, rule }) => `${field} ${rule}`)])).toEqual([
    ['new', []],
    ['new', []],
    ['error', ['day day']],
    ['error', ['method import_method', 'amount money']],
    ['error', ['order_id import_unknown_id']],
  ]);
  await applied(found.id);
  const { payments } = await getOrder(ctx, order.id);
  expect(payments.map(({ amountMinor, method, note }) => [amountMinor, method, note])).toEqual([
    [450_50, 'cash', 'аванс'],
    [-50_00, 'card', 'возврат'],
  ]);
});
