import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { databaseUrl } from '@/db/dialect/name';
import type { Tx } from '@/db/engines/engine';
import { openSqlite, sqlitePath } from '@/db/engines/sqlite';
import { clients } from '@/db/schema/clients';
import { orderDayTotals, orders, payments } from '@/db/schema/orders';
import { clientTexts, orderTexts } from '@/db/schema/search';
import { ctxOf, systemCtx } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import { deleteClient } from '../clients/delete-client';
import { createOrder } from '../orders/create-order';
import { addPayment } from '../payments/add-payment';
import { createReport } from '../reports/create-report';
import { deleteReport } from '../reports/delete-report';
import { editSettings } from '../settings/edit-settings';
import { listVerifications } from './list-verifications';
import { storeVerification } from './store-verification';
import { verifyDatabase } from './verify-database';

const items = [{ product: 'Стол', quantity: 2000, price: 15_000 }];
const folder = mkdtempSync(join(tmpdir(), 'accounting-verify-'));

beforeAll(async () => {
  const ctx = await ctxOf('admin');
  const client = await createClient(ctx, { company: 'ООО «Маяк»' });
  const { order } = await createOrder(ctx, { client: client.id, items });
  await addPayment(ctx, { orderId: order.id, input: { day: '2026-11-01', amount: 100, method: 'cash' } });
  await createOrder(ctx, { client: client.id, items });
  await deleteClient(ctx, { id: (await createClient(ctx, { company: 'ООО «Снежинка»' })).id });
  await deleteReport(ctx, (await createReport(ctx, { period: 'week' })).id);
  await editSettings(ctx, { input: { organisation: 'ООО «Берег»' } });
});

test('what the verbs wrote is whole, and no copy stays behind', async () => {
  const { counts, problems } = await verifyDatabase(getEngine(), { folder });
  expect([counts, problems]).toEqual([{ clients: 2, orders: 2, payments: 1, operations: expect.any(Number) }, []]);
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});

/** What is forged, how it is put right again, and what is said of it. */
const forgeries: [what: string, forge: (tx: Tx) => PromiseLike<unknown>, mend: (tx: Tx) => PromiseLike<unknown>, said: RegExp][] = [
  [
    'an order’s text',
    (tx) => tx.update(orderTexts).set({ text: 'стул\n\n' }).where(eq(orderTexts.orderId, 1)),
    (tx) => tx.update(orderTexts).set({ text: '1\nстол\npending\n300.00\n\n' }).where(eq(orderTexts.orderId, 1)),
    /^order 1: the searched text/,
  ],
  [
    'a client’s text',
    (tx) => tx.delete(clientTexts).where(eq(clientTexts.clientId, 1)),
    (tx) => tx.insert(clientTexts).values({ clientId: 1, text: 'ооо «маяк»\n\n' }),
    /^client 1: the searched text/,
  ],
  [
    'the totals of a day',
    (tx) => tx.insert(orderDayTotals).values({ day: '2020-01-01', status: 'Pending', orders: 1, totalMinor: 5, paidMinor: 0 }),
    (tx) => tx.delete(orderDayTotals).where(eq(orderDayTotals.day, '2020-01-01')),
    /^totals of 2020-01-01 Pending: 1 orders, 5 and 0 paid; its orders give 0 orders/,
  ],
  [
    'an order’s version',
    (tx) => tx.update(orders).set({ version: 9 }).where(eq(orders.id, 2)),
    (tx) => tx.update(orders).set({ version: 1 }).where(eq(orders.id, 2)),
    /^order 2 has version 9, the journal has 1/,
  ],
  [
    'a client’s version',
    (tx) => tx.update(clients).set({ version: 9 }).where(eq(clients.id, 2)),
    (tx) => tx.update(clients).set({ version: 2 }).where(eq(clients.id, 2)),
    /^client 2 has version 9, the journal has 2/,
  ],
  [
    'a payment',
    (tx) => tx.update(payments).set({ amountMinor: 101 }),
    (tx) => tx.update(payments).set({ amountMinor: 100 }),
    /^order 1: paid is not the sum/,
  ],
  [
    'a client whom no journal knows',
    (tx) =>
      tx
        .insert(clients)
        .values({ ...unknown, id: 77 })
        .then(() => tx.insert(clientTexts).values({ clientId: 77, text: 'я\n\n' })),
    (tx) =>
      tx
        .delete(clientTexts)
        .where(eq(clientTexts.clientId, 77))
        .then(() => tx.delete(clients).where(eq(clients.id, 77))),
    /^client 77 is not in the journal/,
  ],
];

const unknown = {
  version: 1,
  firstName: '',
  lastName: 'Я',
  company: '',
  inn: '',
  nameKey: 'я',
  address: '',
  comment: '',
  createdAt: 1,
  createdDay: '2026-01-01',
  updatedAt: 1,
};

test.each(forgeries)('%s: a forgery is found', async (_, forge, mend, said) => {
  const { transaction } = getEngine();
  await transaction((tx) => Promise.resolve(forge(tx)));
  const [problem, ...shown] = await problemsIn();
  expect(problem).toMatch(said);
  expect(shown.filter((other) => !sumShown.test(other))).toEqual([]);
  await transaction((tx) => Promise.resolve(mend(tx)));
  expect(await problemsIn()).toEqual([]);
});

/** What a forged figure does to the sums that are shown: `control.db.test.ts` looks at those. */
const sumShown = /^\w+ shows .+; the lines give /;

async function problemsIn(): Promise<string[]> {
  return (await verifyDatabase(getEngine())).problems;
}

test('a row that the search index has lost is found', async () => {
  if (getEngine().dialect !== 'sqlite') return;
  const connection = openSqlite(sqlitePath(databaseUrl()));
  const entry = `(order_index, rowid, text) SELECT 'delete', order_id, text FROM order_texts WHERE order_id = 2`;
  connection.exec(`INSERT INTO order_index${entry}`);
  expect(await problemsIn()).toEqual(['order_index differs from its texts']);
  connection.exec(`INSERT INTO order_index(order_index) VALUES ('rebuild')`);
  connection.close();
  expect(await problemsIn()).toEqual([]);
});

test('a reference into nothing is found', async () => {
  const db = getEngine();
  if (db.dialect === 'sqlite') {
    const connection = openSqlite(sqlitePath(databaseUrl()));
    connection.pragma('foreign_keys = OFF');
    connection.exec('UPDATE payments SET order_id = 999');
    connection.close();
  } else {
    const { Client } = (await import('pg')).default;
    const client = new Client({ connectionString: databaseUrl() });
    await client.connect();
    await client.query('SET session_replication_role = replica');
    await client.query('UPDATE payments SET order_id = 999');
    await client.end();
  }
  const problems = (await problemsIn()).filter((problem) => !sumShown.test(problem));
  expect(problems).toEqual([expect.stringMatching(/missing/), 'order 1: paid is not the sum of its payments']);
});

test('an order and verifications may come while one is under way, and results are kept', async () => {
  const ctx = systemCtx();
  const [found] = await Promise.all([
    verifyDatabase(ctx.db),
    createOrder(ctx, { client: 1, items }),
    createOrder(ctx, { client: 1, items }),
  ]);
  expect(found.problems.filter((problem) => !/missing|paid|clientDebts/.test(problem))).toEqual([]);
  await storeVerification(ctx.db, found, 1_000, 25);
  expect(await listVerifications(ctx, 1)).toEqual([{ id: expect.any(Number), at: 1_000, durationMs: 25, ...found }]);
});
