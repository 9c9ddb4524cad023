import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { countOperations } from '@/db/queries/journal';
import { systemCtx } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import { deleteClient } from '../clients/delete-client';
import { editClient } from '../clients/edit-client';
import { restoreClient } from '../clients/restore-client';
import { listHistory } from '../history/list-history';
import { createOrder } from '../orders/create-order';
import { deleteOrder } from '../orders/delete-order';
import { editOrder } from '../orders/edit-order';
import { getOrderCard } from '../orders/get-order';
import { restoreOrder } from '../orders/restore-order';
import { addPayment } from '../payments/add-payment';
import { deletePayment } from '../payments/delete-payment';
import { editSettings } from '../settings/edit-settings';
import { verifyDatabase } from '../verify/verify-database';
import { sealJournal } from './seal';

const ctx = systemCtx();
const operations = () => ctx.db.read(countOperations);
let orderId = 0;
let clientId = 0;

beforeEach(async () => {
  clientId = (await createClient(ctx, { last_name: 'Соколова', first_name: 'Марина' })).id;
  orderId = (await createOrder(ctx, { client: clientId, items: [{ product: 'Стол', quantity: 1500, price: 10_001 }] })).order.id;
});

const latest = async (entity: string, entityId: number) => (await listHistory(ctx, { entity, entityId, limit: 1 })).entries[0];

test('a save that changes nothing writes nothing', async () => {
  const before = await operations();
  await editClient(ctx, { id: clientId, input: { last_name: 'Соколова' } });
  await editOrder(ctx, { id: orderId, input: { status: 'Pending', items: [{ product: 'Стол', quantity: 1500, price: 10_001 }] } });
  await editSettings(ctx, { input: {} });
  expect(await operations()).toBe(before);
});

test('every write is one operation with old and new values and display names', async () => {
  const before = await operations();
  const other = await createClient(ctx, { company: 'ООО «Вектор»' });
  await editOrder(ctx, { id: orderId, input: { client: other.id, items: [{ product: 'Стол', quantity: 3000, price: 10_001 }] } });
  expect(await operations()).toBe(before + 2);
  expect((await latest('order', orderId))?.fields).toMatchObject({
    client: { old: { id: clientId, name: 'Соколова Марина' }, new: { id: other.id, name: 'ООО «Вектор»' } },
    total_price: { old: '150.02', new: '300.03' },
    items: { old: [{ quantity: '1.5' }], new: [{ quantity: '3' }] },
  });
});

test('payments stand in the order’s history', async () => {
  const paid = await addPayment(ctx, { orderId, input: { day: '2026-11-23', amount: 5000, method: 'card' } });
  expect(paid.order).toMatchObject({ paidMinor: 5000, version: 2 });
  expect((await latest('order', orderId))?.fields?.paid).toEqual({ old: '0.00', new: '50.00' });
  const back = await deletePayment(ctx, { orderId, paymentId: paid.payments[0]?.id ?? 0 });
  expect(back.order).toMatchObject({ paidMinor: 0, version: 3 });
});

test('a deleted order comes back with its lines', async () => {
  await deleteOrder(ctx, { id: orderId });
  await restoreOrder(ctx, orderId);
  expect((await latest('order', orderId))?.change).toMatchObject({ action: 'restore', versionBefore: 2, versionAfter: 3 });
});

test('a client comes back with the orders that were deleted together with him, and with no other', async () => {
  const items = [{ product: 'Стул', quantity: 1000, price: 500 }];
  const before = (await createOrder(ctx, { client: clientId, items })).order.id;
  await deleteOrder(ctx, { id: before });
  await deleteClient(ctx, { id: clientId, cascade: true });
  await restoreClient(ctx, clientId);
  expect((await getOrderCard(ctx, orderId)).order.deletedAt).toBeNull();
  expect((await getOrderCard(ctx, before)).order.deletedAt).not.toBeNull();
  expect((await latest('order', orderId))?.operation.id).toBe((await latest('client', clientId))?.operation.id);
});

test('sealers at once make one chain', async () => {
  for (let n = 0; n < 10; n++) await createClient(ctx, { company: `К${n}` });
  await Promise.all(Array.from({ length: 8 }, () => sealJournal(ctx.db)));
  expect((await verifyDatabase(ctx.db)).problems).toEqual([]);
});

/** Behind the triggers' back, as somebody with the database file would. */
async function tamper(table: string, statement: string): Promise<void> {
  const db = getEngine();
  await sealJournal(db);
  const sqlite = db.dialect === 'sqlite';
  const off = sqlite ? [] : [`ALTER TABLE ${table} DISABLE TRIGGER USER`];
  const on = sqlite ? [] : [`ALTER TABLE ${table} ENABLE TRIGGER USER`];
  if (sqlite) {
    const { openSqlite, sqlitePath } = await import('@/db/engines/sqlite');
    const connection = openSqlite(sqlitePath(process.env.DATABASE_URL ?? ''));
    const triggers = connection.prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?`).all(table) as {
      name: string;
      sql: string;
    }[];
    connection.pragma('foreign_keys = OFF');
    for (const { name } of triggers) connection.exec(`DROP TRIGGER ${name}`);
    connection.exec(statement);
    for (const trigger of triggers) connection.exec(trigger.sql);
    connection.close();
  } else
    await db.transaction(async (tx) => {
      for (const text of [...off, statement, ...on]) await db.rows(tx, sql.raw(text));
    });
}

// The last tests of the file: each leaves the chain broken.
test.each([
  ['orders', 'UPDATE orders SET total_minor = total_minor + 1 WHERE id = 1', /order 1: totalMinor/],
  ['order_lines', 'UPDATE order_lines SET total_minor = total_minor + 1 WHERE order_id = 2', /order 2, line 1/],
  ['change_values', `UPDATE change_values SET json = '{}' WHERE change_id = 1`, /values of change 1 were changed/],
  ['operations', `UPDATE operations SET actor_name = 'nobody' WHERE id = 2`, /operation 2 was changed/],
  ['seals', `UPDATE seals SET prev_hash = 'x' WHERE seq = 3`, /seal 3 does not continue/],
])('verify finds a forged row of %s', async (table, statement, problem) => {
  await tamper(table, statement);
  expect((await verifyDatabase(ctx.db)).problems.join('\n')).toMatch(problem);
});
