import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import type { Ctx } from '@/lib/domain/context';
import { createOrder } from '@/lib/domain/orders/create-order';
import { deleteOrder } from '@/lib/domain/orders/delete-order';
import { editOrder } from '@/lib/domain/orders/edit-order';
import { addPayment } from '@/lib/domain/payments/add-payment';
import { deletePayment } from '@/lib/domain/payments/delete-payment';
import { paymentMethods } from '@/lib/domain/payments/schema';
import { call } from '@/lib/testing/api';
import { hostileClients } from '@/lib/testing/hostile-clients';
import { ctxOf } from '@/lib/testing/people';

const folder = mkdtempSync(join(tmpdir(), 'hledger-'));
const file = join(folder, 'sales.journal');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let ctx: Ctx;
const rates = [2000, 1000, 0, null, 500];

beforeAll(async () => {
  ctx = await ctxOf('admin');
  const clients = await hostileClients(ctx);
  for (let n = 0; n < 60; n++) {
    const items = [0, 1, 2].map((at) => ({
      product: `Товар ${at}`,
      quantity: 1000 + n * 37 + at,
      price: 1_234_567 + n * 7919 + at,
      vat_rate: rates[(n + at) % rates.length],
    }));
    const { order } = await createOrder(ctx, { client: clients[n % clients.length] ?? 0, items, description: '' });
    const pay = (amount: number) =>
      addPayment(ctx, {
        orderId: order.id,
        input: { day: `2026-01-${String(1 + (n % 28)).padStart(2, '0')}`, amount, method: paymentMethods[n % 4] ?? 'other' },
      });
    if (n % 3 === 0) await pay(order.totalMinor);
    if (n % 3 === 1) await pay(100_01);
    if (n % 9 === 1) await pay(-50_00);
    if (n % 7 === 0) {
      const { payments } = await pay(77_00);
      await deletePayment(ctx, { orderId: order.id, paymentId: payments.at(-1)?.id ?? 0 });
    }
    if (n % 5 === 0) await editOrder(ctx, { id: order.id, input: { status: n % 2 ? 'Completed' : 'Cancelled' } });
    if (n % 11 === 0) await deleteOrder(ctx, { id: order.id });
  }
}, 60_000);

function hledger(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('hledger', ['-f', file, ...args], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
  });
  expect(status, stderr).toBe(0);
  return stdout;
}

/** Kopecks by account, as hledger adds them up. */
function balances(...args: string[]): Map<string, number> {
  const rows = hledger('balance', '--flat', '--no-total', '--output-format=csv', ...args)
    .trim()
    .split('\n')
    .slice(1);
  return new Map(
    rows.map((row) => {
      const [, account = '', amount = ''] = /^"(.*)","(.*)"$/.exec(row) ?? [];
      return [account, Math.round(Number(amount.replace(' RUB', '').replaceAll(',', '')) * 100)];
    }),
  );
}

const under = (all: Map<string, number>, start: string) =>
  [...all].filter(([account]) => account.startsWith(start)).reduce((sum, [, minor]) => sum + minor, 0);

async function taken(query = ''): Promise<string> {
  const { status, text, headers } = await call('GET', `/api/exports/journal/?format=hledger${query}`);
  expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
  writeFileSync(file, text);
  return text;
}

async function one(query: ReturnType<typeof sql>): Promise<number> {
  const db = getEngine();
  const [row] = await db.read((tx) => db.rows<{ sum: number | string }>(tx, query));
  return Number(row?.sum ?? 0);
}

const sold = sql`select sum(total_minor) as sum from orders where deleted_at is null and status <> 'Cancelled'`;
const paid = sql`select sum(p.amount_minor) as sum from payments p join orders o on o.id = p.order_id where p.deleted_at is null and o.deleted_at is null`;

test('the journal passes the strict check, and its balances are those of the database to the kopeck', async () => {
  await taken();
  hledger('check', '--strict');
  const all = balances();
  const [sales, payments] = [await one(sold), await one(paid)];
  expect(sales).toBeGreaterThan(0);
  expect(under(all, 'Income:Sales') + under(all, 'Liabilities:VAT')).toBe(-sales);
  expect(under(all, 'Assets:Receivable')).toBe(sales - payments);
  expect(under(all, 'Assets:') - under(all, 'Assets:Receivable')).toBe(payments);
  expect(under(all, '')).toBe(0);
  const accounts = [...all.keys()].filter((account) => !account.startsWith('Assets:Receivable:'));
  expect(accounts.sort()).toEqual(
    [
      'Assets:Bank',
      'Assets:Card',
      'Assets:Cash',
      'Assets:Other',
      'Income:Sales',
      'Liabilities:VAT:10%',
      'Liabilities:VAT:20%',
      'Liabilities:VAT:5%',
    ].filter((name) => all.has(name)),
  );
  expect(accounts.length).toBeGreaterThan(6);
});

test('every client is an account of his own, whatever he is called', async () => {
  await taken();
  const receivable = [...balances('--empty').keys()].filter((account) => account.startsWith('Assets:Receivable:'));
  expect(receivable.filter((account) => account.split(':').length !== 3)).toEqual([]);
  const numbers = receivable.map((account) => Number(/№ (\d+)$/.exec(account)?.[1]));
  expect(new Set(numbers).size).toBe(receivable.length);
  const owing = await one(
    sql`select count(distinct o.client_id) as sum from orders o where o.deleted_at is null and (o.status <> 'Cancelled' or exists (select 1 from payments p where p.order_id = o.id and p.deleted_at is null))`,
  );
  expect(receivable).toHaveLength(owing);
});

test('the same data makes the same bytes, and a filter takes its part', async () => {
  const whole = await taken();
  expect(await taken()).toBe(whole);
  await taken('&status=Completed');
  hledger('check', '--strict');
  const part = await one(sql`select sum(total_minor) as sum from orders where deleted_at is null and status = 'Completed'`);
  const all = balances();
  expect(under(all, 'Income:Sales') + under(all, 'Liabilities:VAT')).toBe(-part);
});
