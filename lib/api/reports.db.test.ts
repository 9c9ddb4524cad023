import { beforeAll, expect, test } from 'vitest';
import { call, encodings } from '@/lib/testing/api';

beforeAll(async () => {
  const client = await call('POST', '/api/clients/add/', { first_name: 'Иван', last_name: 'Иванов', email: 'ivan@example.com' });
  for (const price of ['1000.01', '2000.00']) await call('POST', '/api/orders/add/', { client: client.json.id, product: 'Стол', price });
  await call('POST', '/api/orders/edit/1/', { status: 'Completed' });
});

test.each(encodings)('200 a report is saved and listed, in %s', async (encoding) => {
  const made = await call('POST', '/api/reports/new/', { period: 'week' }, { encoding });
  expect(made.json).toEqual({ success: true, id: expect.any(Number) });
  const listed = await call('GET', '/api/reports/get/');
  expect(Object.keys(listed.json)).toEqual(['reports']);
  expect((listed.json.reports as object[])[0]).toEqual({
    id: made.json.id,
    period: 'week',
    new_orders_count: 2,
    new_clients_count: 1,
    total_orders_sum: '3000.01',
    avg_order_sum: '1500.01',
    completed_orders_count: 1,
    date_created: expect.stringMatching(/^\d{1,2} [а-я]+ \d{4} года, \d\d:\d\d$/),
  });
  expect((await call('POST', '/api/reports/get/')).json).toEqual(listed.json);
});

test('200 from – to, newest first', async () => {
  const made = await call('POST', '/api/reports/new/', { from: '2020-01-01', to: '2020-12-31' });
  expect((await call('GET', '/api/reports/get/')).json.reports).toMatchObject([
    { id: made.json.id, period: 'custom', new_orders_count: 0, total_orders_sum: '0.00', avg_order_sum: '0.00' },
    {},
    {},
    {},
  ]);
});

test.each([
  [{}],
  [{ period: 'day' }],
  [{ from: '2026-01-01' }],
  [{ from: '2026-02-30', to: '2026-03-01' }],
  [{ from: '2026-03-02', to: '2026-03-01' }],
  [{ period: 7 }],
])('400 for %j', async (body) => {
  expect((await call('POST', '/api/reports/new/', body)).status).toBe(400);
});

test.each([
  ['', 'text/plain; charset=utf-8', 'report_1.txt'],
  ['?format=txt', 'text/plain; charset=utf-8', 'report_1.txt'],
  ['?format=csv', 'text/csv; charset=utf-8', 'report_1.csv'],
  ['?format=xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'report_1.xlsx'],
  ['?format=pdf', 'application/pdf', 'report_1.pdf'],
  ['?format=json', 'application/json', 'report_1.json'],
])('200 the file %s', async (query, type, name) => {
  for (const method of ['GET', 'POST']) {
    const file = await call(method, `/api/reports/get/1/${query}`);
    expect(file.status).toBe(200);
    expect(file.headers['content-type']).toBe(type);
    expect(file.headers['content-disposition']).toBe(`attachment; filename="${name}"`);
    expect(file.bytes.byteLength).toBeGreaterThan(50);
  }
});

test('400 an unknown format, 404 an unknown report', async () => {
  expect((await call('GET', '/api/reports/get/1/?format=doc')).json).toMatchObject({
    code: 'validation',
    fields: { format: expect.any(Array) },
  });
  expect((await call('GET', '/api/reports/get/999/')).status).toBe(404);
});
