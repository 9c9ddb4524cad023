import { expect, test } from 'vitest';
import { listHistory } from '@/lib/domain/history/list-history';
import { ctxOf, systemCtx } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import { ownLastOperation } from '../history/last-operation';
import { undoOperation } from '../undo/undo-operation';
import { validate } from '../validate';
import { createOrder } from './create-order';
import { editOrder } from './edit-order';
import { getOrder } from './get-order';
import { orderForm } from './schema';

test('the day of shipping is recorded, kept by who does not speak of it, taken back by a blank and by undoing', async () => {
  const ctx = await ctxOf('manager');
  const client = (await createClient(systemCtx(), { company: 'ООО «Лес»' })).id;
  const items = [{ product: 'Стол', quantity: '1', price: '10.00' }];
  const { id } = (await createOrder(ctx, validate(orderForm, { client, items }))).order;
  const day = async () => (await getOrder(ctx, id)).order.shippedDay;
  const edit = (more: object) => editOrder(ctx, { id, input: validate(orderForm, { client, items, ...more }) });

  expect(await day()).toBeNull();
  await edit({ shipped_day: '2026-11-12' });
  expect(JSON.stringify(await listHistory(ctx, { entity: 'order', entityId: id, limit: 1 }))).toContain('shipped_day');
  await edit({ description: 'x' });
  expect(await day()).toBe('2026-11-12');
  await edit({ shipped_day: '' });
  expect(await day()).toBeNull();
  await undoOperation(ctx, (await ownLastOperation(ctx, 'order', id)) ?? 0);
  expect(await day()).toBe('2026-11-12');
  await expect(async () => edit({ shipped_day: '2026-02-30' })).rejects.toMatchObject({ code: 'validation' });
});
