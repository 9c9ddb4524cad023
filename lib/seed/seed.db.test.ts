import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { closeEngine, getEngine } from '@/db/client';
import { databaseUrl } from '@/db/dialect/name';
import type { Tx } from '@/db/engines/engine';
import { clients } from '@/db/schema/clients';
import { orders } from '@/db/schema/orders';
import { createClient } from '@/lib/domain/clients/create-client';
import { clientFields } from '@/lib/domain/clients/schema';
import { createOrder } from '@/lib/domain/orders/create-order';
import { orderForm, orderStatuses } from '@/lib/domain/orders/schema';
import { validate } from '@/lib/domain/validate';
import { verifyDatabase } from '@/lib/domain/verify/verify-database';
import { systemCtx } from '@/lib/testing/people';
import { seededTables } from './load';
import { Random } from './random';
import { seedClient, seedOrder } from './records';
import { seedDatabase } from './seed';

const size = { clients: 120, orders: 1000, seed: 7, until: '2026-11-23' };

/** Every seeded row in the order of its first column, which is the same on both engines. */
async function fingerprint(tx: Tx): Promise<string> {
  const hash = createHash('sha256');
  for (const table of seededTables) {
    const rows = await tx.select().from(table as (typeof seededTables)[0]);
    const lines = rows.map((row) => JSON.stringify(Object.entries(row).sort()));
    hash.update(lines.sort().join('\n'));
  }
  return hash.digest('hex');
}

test('a seed is whole, the same everywhere, and the database goes on after it', async () => {
  await seedDatabase(databaseUrl(), size, () => undefined);
  const db = getEngine();
  // One figure for both engines and every machine: a change of it is a change of everybody's data sets.
  expect(await db.read(fingerprint)).toBe('ae8a339c46b8fce9efb5f0cc0f497d16854aa15b93dc04796168443d9f4bee2a');
  const { counts, problems } = await verifyDatabase(db);
  expect([counts, problems]).toMatchObject([{ orders: 1000, operations: 1120 }, []]);

  const client = await createClient(systemCtx(), { company: 'ООО «Новый»' });
  const order = await createOrder(systemCtx(), { client: client.id, items: [{ product: 'Стол', quantity: 1000, price: 100 }] });
  expect([client.id, order.order.id]).toEqual([121, 1001]);
  expect((await verifyDatabase(db)).problems).toEqual([]);
});

test('the records look like a shop’s', async () => {
  const { people, taken } = await getEngine().read(async (tx) => ({
    people: await tx.select().from(clients),
    taken: await tx.select().from(orders),
  }));
  const invented = taken.slice(0, size.orders);
  const end = Date.parse(`${size.until}T00:00:00Z`);
  expect(invented.every((order) => order.createdAt < end && order.businessDay >= '2021-11-23')).toBe(true);
  const born = new Map(people.map((client) => [client.id, client.createdAt]));
  expect(invented.filter((order) => order.createdAt <= (born.get(order.clientId) ?? end))).toEqual([]);
  const old = invented.filter((order) => order.businessDay < '2026-10-01');
  const share = (status: string) => old.filter((order) => order.status === status).length / old.length;
  expect(orderStatuses.map(share).map((part) => part > 0)).toEqual([true, true, true]);
  expect(share('Completed')).toBeGreaterThan(0.85);
  expect(invented.some((order) => order.paidMinor > 0 && order.paidMinor < order.totalMinor)).toBe(true);
  expect(invented.some((order) => order.quantityMilli % 1000 !== 0)).toBe(true);
});

test('every invented record would pass the forms', () => {
  const random = new Random(3);
  for (let n = 0; n < 3000; n++) {
    validate(clientFields, seedClient(random, n));
    const { items = [], ...order } = seedOrder(random, 1);
    const typed = items.map((item) => ({
      ...item,
      quantity: String(item.quantity / 1000),
      price: (item.price / 100).toFixed(2),
      discount: ((item.discount ?? 0) / 100).toFixed(2),
    }));
    expect(validate(orderForm, { ...order, items: typed }).items).toMatchObject(items);
  }
});

test('a database with records is refused and keeps its indexes and triggers', async () => {
  await closeEngine();
  await expect(seedDatabase(databaseUrl(), size, () => undefined)).rejects.toThrow('has records already');
  expect((await verifyDatabase(getEngine())).problems).toEqual([]);
});
