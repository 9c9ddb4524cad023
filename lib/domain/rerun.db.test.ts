import { expect, test } from 'vitest';
import type { Engine } from '@/db/engines/engine';
import { countOperations } from '@/db/queries/journal';
import { systemCtx } from '@/lib/testing/people';
import { createClient } from './clients/create-client';
import { deleteClient } from './clients/delete-client';
import { editClient } from './clients/edit-client';
import { restoreClient } from './clients/restore-client';
import type { Ctx } from './context';
import { createOrder } from './orders/create-order';
import { deleteOrder } from './orders/delete-order';
import { editOrder } from './orders/edit-order';
import { restoreOrder } from './orders/restore-order';
import { addPayment } from './payments/add-payment';
import { deletePayment } from './payments/delete-payment';
import { eraseClient } from './privacy/erase-client';
import { createReport } from './reports/create-report';
import { deleteReport } from './reports/delete-report';
import { editSettings } from './settings/edit-settings';
import { createUser } from './users/create-user';
import { editUser } from './users/edit-user';
import { setPassword } from './users/set-password';
import { verifyDatabase } from './verify/verify-database';

const rollback = new Error('rehearsal');

/** Runs every transaction twice, the first time rolled back: what PostgreSQL does to a unit that lost a race. */
function rehearsing(db: Engine): Engine {
  return {
    ...db,
    transaction: async (work, options) => {
      const rehearsal = db.transaction(async (tx) => {
        await work(tx);
        throw rollback;
      }, options);
      await rehearsal.catch((error: unknown) => {
        if (error !== rollback) throw error;
      });
      return db.transaction(work, options);
    },
  };
}

test('every writing verb may be run again: its first, rolled back attempt leaves no trace', async () => {
  const ctx: Ctx = systemCtx();
  ctx.db = rehearsing(ctx.db);
  const client = await createClient(ctx, { last_name: 'Соколова' });
  await editClient(ctx, { id: client.id, input: { company: 'ООО «Вектор»' } });
  const { order } = await createOrder(ctx, { client: client.id, items: [{ product: 'Стол', quantity: 1500, price: 10_001 }] });
  await editOrder(ctx, { id: order.id, input: { items: [{ product: 'Стул', quantity: 1000, price: 500 }] } });
  const paid = await addPayment(ctx, { orderId: order.id, input: { day: '2026-11-23', amount: 100, method: 'cash' } });
  await deletePayment(ctx, { orderId: order.id, paymentId: paid.payments[0]?.id ?? 0 });
  await deleteOrder(ctx, { id: order.id });
  await restoreOrder(ctx, order.id);
  await deleteClient(ctx, { id: client.id, cascade: true });
  await restoreClient(ctx, client.id);
  await eraseClient(ctx, { id: client.id });
  const report = await createReport(ctx, { period: 'week' });
  await deleteReport(ctx, report.id);
  await editSettings(ctx, { input: { organisation: 'ООО «Берег»' } });
  const user = await createUser(ctx, { username: 'olga', password: 'long enough', role: 'viewer', display_name: '' });
  await editUser(ctx, { id: user.id, role: 'manager' });
  await setPassword(ctx, { id: user.id, password: 'longer still' });
  expect(await ctx.db.read(countOperations)).toBe(17);
  expect((await verifyDatabase(ctx.db)).problems).toEqual([]);
});
