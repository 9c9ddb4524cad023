import { expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { countOperations } from '@/db/queries/journal';
import { listOrderRows } from '@/db/queries/order-lists';
import { listChanges } from '@/lib/domain/history/list-changes';
import { verifyDatabase } from '@/lib/domain/verify/verify-database';
import { systemCtx } from '@/lib/testing/people';
import { fillDemo } from './demo';

const now = new Date('2026-11-23T12:00:00Z');

test('an interrupted filling leaves nothing, a whole one is whole and in the order of time', async () => {
  const db = getEngine();
  const size = { clients: 30, orders: 100, seed: 1 };
  await expect(
    fillDemo(
      {
        ...db,
        transaction: (work) =>
          db.transaction(async (tx) => {
            await work(tx);
            throw new Error('killed');
          }),
      },
      size,
      now,
    ),
  ).rejects.toThrow('killed');
  expect(await db.read(countOperations)).toBe(0);

  await fillDemo(db, size, now);
  const { counts, problems } = await verifyDatabase(db);
  expect([counts.orders, problems]).toEqual([100, []]);
  const { changes } = await listChanges(systemCtx(), { limit: 1000 });
  const moments = changes.map(({ operation }) => operation.at);
  expect(moments).toEqual([...moments].sort((a, b) => a - b));
  expect(Math.max(...moments)).toBeLessThan(now.getTime());
  const orders = await db.read((tx) => listOrderRows(tx, { words: [], today: '', sort: 'id', limit: 200 }));
  expect(new Set(orders.map(({ order }) => order.status))).toEqual(new Set(['Pending', 'Completed', 'Cancelled']));
});
