import { expect, test, vi } from 'vitest';
import { call } from '@/lib/testing/api';

const product = { product: 'Стол', quantity: 1, price: '10.00' };

async function order(): Promise<number> {
  const { json } = await call('POST', '/api/clients/add/', { first_name: 'Иван', last_name: 'Ли', email: `${Math.random()}@example.ru` });
  return Number((await call('POST', '/api/orders/add/', { client: json.id, ...product })).json.id);
}

async function lastOperation(id: number): Promise<number> {
  const { json } = await call('GET', `/api/changes/?entity=order&id=${id}`);
  return (json.changes as { operation: number }[]).at(-1)?.operation ?? 0;
}

const status = async (id: number) => (await call('POST', `/api/orders/get/${id}/`)).json.status;
const finished = (id: unknown) =>
  vi.waitFor(async () => {
    const { bulk } = (await call('GET', `/api/bulk/get/${String(id)}/`)).json as { bulk: Record<string, unknown> };
    expect(bulk.state).toBe('done');
    return bulk;
  });

test('many orders are changed over the API, and taken back as a group', async () => {
  const ids = [await order(), await order()];
  const task = { entity: 'order', selection: { ids: [...ids, 999_999] }, action: { type: 'edit', fields: { status: 'Completed' } } };
  const begun = await call('POST', '/api/bulk/new/', task, { headers: { 'idempotency-key': 'bulk-1' } });
  expect(begun).toMatchObject({ status: 200, json: { success: true } });
  expect((await call('POST', '/api/bulk/new/', task, { headers: { 'idempotency-key': 'bulk-1' } })).json).toEqual(begun.json);
  const bulk = await finished(begun.json.id);
  expect(bulk).toMatchObject({ total: 3, done: 2, refused: 1, problems: [{ id: 999_999, code: 'not_found' }] });
  expect(await Promise.all(ids.map(status))).toEqual(['Completed', 'Completed']);
  const undo = { entity: 'operation', selection: { group: bulk.group }, action: { type: 'undo', conflicts: 'theirs' } };
  await finished((await call('POST', '/api/bulk/new/', undo)).json.id);
  expect(await Promise.all(ids.map(status))).toEqual(['Pending', 'Pending']);
});

test('an operation is taken back over the API; a conflict is told and waits for a choice', async () => {
  const id = await order();
  await call('POST', `/api/orders/edit/${id}/`, { status: 'Completed' });
  const operation = await lastOperation(id);
  await call('POST', `/api/orders/edit/${id}/`, { status: 'Cancelled' });
  const refused = await call('POST', `/api/operations/undo/${operation}/`, {});
  expect(refused).toMatchObject({ status: 409, json: { success: false, code: 'undo_conflict' } });
  const { json } = await call('GET', `/api/operations/get/${operation}/`);
  const [step] = (json.operation as { steps: { conflicts: { name: string; seen: string }[] }[] }).steps;
  expect(step?.conflicts).toMatchObject([{ name: `order.${id}.status`, done: 'Completed', theirs: 'Cancelled', undone: 'Pending' }]);
  const choices = { [`order.${id}.status`]: { taken: 'undone', seen: step?.conflicts[0]?.seen } };
  expect((await call('POST', `/api/operations/undo/${operation}/`, { choices })).json).toMatchObject({ success: true });
  expect(await status(id)).toBe('Pending');
  expect((await call('POST', '/api/operations/undo/999999/')).status).toBe(404);
  expect((await call('POST', `/api/operations/undo/${operation}/`, {}, { as: 'viewer' })).status).toBe(403);
});

test('a bulk task that makes no sense is refused at its field', async () => {
  const bad = { entity: 'order', selection: { ids: [] }, action: { type: 'edit', fields: { status: 'Lost' } } };
  const answer = await call('POST', '/api/bulk/new/', bad);
  expect([answer.status, Object.keys(answer.json.fields as object)]).toEqual([400, expect.arrayContaining(['action.fields.status'])]);
  expect((await call('GET', '/api/bulk/get/999999/')).status).toBe(404);
});

test('every condition of a filter works over the API as in the pages', async () => {
  const id = await order();
  await call('POST', `/api/orders/edit/${id}/`, { description: 'особый заказ', status: 'Cancelled' });
  const list = async (body: object) =>
    ((await call('POST', '/api/orders/get/', body)).json.orders as { id: number }[]).map((found) => found.id);
  expect(await list({ search: 'особый', status: ['Cancelled', 'Pending'], sum_from: '10', sum_to: 10, product: 'стол' })).toEqual([id]);
  expect(await list({ search: 'особый', payment: 'unpaid' })).toEqual([]);
  expect(await list({ search: 'jcj,sq' })).toEqual([]);
  await call('DELETE', `/api/orders/delete/${id}/`);
  expect(await list({ search: 'особый', deleted: true })).toEqual([id]);
});
