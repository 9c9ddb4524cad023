import { beforeAll, expect, test } from 'vitest';
import { call } from '@/lib/testing/api';
import { ctxOf } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import type { Ctx } from '../context';
import { createOrder } from '../orders/create-order';
import { deleteOrder } from '../orders/delete-order';
import { editOrder } from '../orders/edit-order';
import { addPayment } from '../payments/add-payment';
import { exportJournal } from './export-journal';
import { levelName, type Posting } from './postings';

let ctx: Ctx;
let client = 0;
const sorting = { sort: 'id', descending: false } as const;

beforeAll(async () => {
  ctx = await ctxOf('admin');
  client = (await createClient(ctx, { company: 'ООО: «Ель»;  100 RUB' })).id;
});

async function postings(filter = {}): Promise<Posting[]> {
  const exported = await exportJournal(ctx, { filter, sorting });
  const rows: Posting[] = [];
  for await (const block of exported.blocks) rows.push(...block);
  await exported.end();
  return rows;
}

const order = async (vat_rate: number | null) =>
  (await createOrder(ctx, { client, items: [{ product: 'Стол', quantity: 1000, price: 120_00, vat_rate }], description: '' })).order.id;

test('a sale, its tax and its payments are entries that add up to nothing', async () => {
  const id = await order(2000);
  await addPayment(ctx, { orderId: id, input: { day: '2026-01-15', amount: 50_00, method: 'cash' } });
  const rows = (await postings({ client_id: client })).filter(({ orderId }) => orderId === id);
  const receivable = `Assets:Receivable:ООО, «Ель», 100 RUB № ${client}`;
  expect(rows.map(({ account, amountMinor }) => [account, amountMinor])).toEqual([
    [receivable, 120_00],
    ['Income:Sales', -100_00],
    ['Liabilities:VAT:20%', -20_00],
    ['Assets:Cash', 50_00],
    [receivable, -50_00],
  ]);
  expect(rows.map(({ entry }) => entry.replace(/\d+/, 'n'))).toEqual(['order-n', 'order-n', 'order-n', 'payment-n', 'payment-n']);
  expect(rows[3]?.day).toBe('2026-01-15');
});

test('what was cancelled is no sale but what was paid for it is paid; what was deleted is nothing', async () => {
  const cancelled = await order(null);
  await addPayment(ctx, { orderId: cancelled, input: { day: '2026-01-16', amount: 120_00, method: 'bank' } });
  await editOrder(ctx, { id: cancelled, input: { status: 'Cancelled' } });
  const deleted = await order(null);
  await deleteOrder(ctx, { id: deleted });
  const rows = await postings();
  expect(rows.filter(({ orderId }) => orderId === cancelled).map(({ entry }) => entry.split('-')[0])).toEqual(['payment', 'payment']);
  expect(rows.filter(({ orderId }) => orderId === deleted)).toEqual([]);
  expect((await call('GET', '/api/exports/journal/?format=json&deleted=true')).text).not.toContain(`"order-${deleted}"`);
});

test('entries are a table, too', async () => {
  const { rows } = (await call('GET', `/api/exports/journal/?format=json&client=${client}&sort=id`)).json as {
    rows: Record<string, unknown>[];
  };
  expect(rows[1]).toMatchObject({ account: 'Income:Sales', amount: '-100.00', client_id: client });
  expect((await call('GET', '/api/exports/journal/?format=xlsx')).status).toBe(200);
  expect((await call('GET', '/api/exports/journal/', undefined, { as: null })).status).toBe(401);
});

test('a name cannot break out of its level', () => {
  expect(levelName('a:b;c|d')).toBe('a,b,c,d');
  expect(levelName('  two  \u00a0 spaces\u2028here\t')).toBe('two spaces here');
  expect(levelName('\u200b')).toBe('–');
});
