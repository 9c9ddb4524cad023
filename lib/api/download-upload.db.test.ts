import { beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '@/lib/domain/clients/create-client';
import { editClient } from '@/lib/domain/clients/edit-client';
import { getClientCard } from '@/lib/domain/clients/get-client';
import type { Ctx } from '@/lib/domain/context';
import { applyImport } from '@/lib/domain/imports/apply-import';
import { getImport } from '@/lib/domain/imports/get-import';
import { listImportRows } from '@/lib/domain/imports/list-rows';
import type { ImportEntity } from '@/lib/domain/imports/schema';
import { createOrder } from '@/lib/domain/orders/create-order';
import { createProduct } from '@/lib/domain/products/create-product';
import { driveImport } from '@/lib/import-runner';
import { call } from '@/lib/testing/api';
import { checkedImport } from '@/lib/testing/imports';
import { ctxOf } from '@/lib/testing/people';

let ctx: Ctx;

/** Texts that spreadsheets and careless programs like to spoil. */
const odd = ['=1+1', '+7 921 555-10-22', "'=1", '-5', '@SUM(A1)', '007', '1e5', '12.05', 'a;b,"c"', ' «Ёж»', '№ 5', '\t=1'];

beforeAll(async () => {
  ctx = await ctxOf('manager');
  for (const [n, text] of odd.entries()) {
    const comment = `${text}\nвторая строка`;
    const { id: client } = await createClient(ctx, {
      last_name: `Петров ${n}`,
      company: text.trim(),
      email: `odd${n}@example.com`,
      mobile_phone: `+7900000000${n % 10}`,
      inn: '0123456789',
      comment,
    });
    await createProduct(ctx, {
      name: `Товар ${n} ${text.trim()}`,
      sku: text.trim(),
      unit: 'шт.',
      price: n === 0 ? null : n * 101,
      vat_rate: n % 2 ? 2000 : null,
    });
    const line = { product: `Товар ${n}`, sku: text.trim(), quantity: 1500 + n, price: 1050, discount: n, vat_rate: n % 2 ? 1000 : null };
    await createOrder(ctx, {
      client,
      items: [line, { ...line, product: 'Доставка' }],
      description: comment,
      external_no: n % 2 ? `№ 00${n}` : undefined,
      due_day: '2026-12-01',
    });
  }
});

const files = [
  ['xlsx', 'excel'],
  ['csv', 'excel'],
  ['csv', 'rfc4180'],
] as const;
const tables: [path: string, entity: ImportEntity][] = [
  ['clients', 'client'],
  ['orders', 'order'],
  ['order-lines', 'order'],
  ['products', 'product'],
];

async function downloaded(path: string, format: string, preset: string): Promise<Buffer> {
  const { status, bytes } = await call('GET', `/api/exports/${path}/?format=${format}&preset=${preset}&sort=id`, undefined, {
    as: 'manager',
  });
  expect(status).toBe(200);
  return Buffer.from(bytes);
}

describe.each(files)('%s (%s)', (format, preset) => {
  test.each(tables)('what was downloaded as %s says nothing new when it comes back', async (path, entity) => {
    const found = await checkedImport(ctx, await downloaded(path, format, preset), { entity, fileName: `file.${format}` });
    const rows = await listImportRows(ctx, found.id, { after: 0, limit: 100 });
    expect(rows.filter(({ kind }) => kind !== 'same').map(({ cells, detail }) => ({ cells, detail }))).toEqual([]);
    expect(found.counts.same).toBeGreaterThanOrEqual(odd.length);
  });
});

test('of an edited download only what was edited is written, whoever has been at work meanwhile', async () => {
  const { id } = await createClient(ctx, {
    last_name: 'Круглов',
    first_name: 'Иван',
    email: 'round@example.com',
    address: 'Лесной пр., 18',
  });
  const file = (await downloaded('clients', 'csv', 'excel')).toString('utf8');
  await editClient(ctx, { id, input: { first_name: 'Пётр' } });
  const found = await checkedImport(ctx, Buffer.from(file.replace('Лесной пр., 18', 'Лесной пр., 18, оф. 304')));
  expect(found.counts).toMatchObject({ changed: 1, new: 0, error: 0, conflict: 0 });
  await applyImport(ctx, found.id);
  await driveImport(ctx.db, found.id);
  expect(await getImport(ctx, found.id)).toMatchObject({ applied: 1, refused: 0 });
  expect((await getClientCard(ctx, id)).client).toMatchObject({ firstName: 'Пётр', address: 'Лесной пр., 18, оф. 304' });
});
