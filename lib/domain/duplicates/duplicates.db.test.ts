import { beforeAll, expect, test } from 'vitest';
import { systemCtx } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import { deleteClient } from '../clients/delete-client';
import type { ClientInput } from '../clients/schema';
import { createOrder } from '../orders/create-order';
import { findSimilarClients } from './find-similar';
import { listDuplicates } from './list-duplicates';
import { mergeClients } from './merge-clients';
import type { SharedQuery } from './shared-values';

const ctx = systemCtx();
const ids = new Map<string, number>();

async function add(key: string, input: ClientInput): Promise<void> {
  ids.set(key, (await createClient(ctx, input)).id);
}

function id(key: string): number {
  return ids.get(key) ?? 0;
}

beforeAll(async () => {
  const phone = '+79215550001';
  await add('first', { last_name: 'Иванов', first_name: 'Иван', mobile_phone: phone, email: 'Иванов@Пример.рф', inn: '780400011812' });
  await add('second', { last_name: 'Иванова', first_name: 'Ирина', mobile_phone: phone });
  await add('company', { company: 'ООО «Вектор»', inn: '7804000118' });
  await add('twin', { company: 'Вектор', inn: '7804000118' });
  await add('binned', { last_name: 'Бывший', mobile_phone: phone, inn: '7804000118', email: 'gone@example.com' });
  await deleteClient(ctx, { id: id('binned') });
  for (let n = 1; n <= 12; n++) await add(`petrov${n}`, { last_name: n % 2 ? 'Петров' : 'ПЕТРОВ', first_name: 'Пётр' });
  const items = [{ product: 'Стол', quantity: 1000, price: 100 }];
  await createOrder(ctx, { client: id('second'), items });
  await createOrder(ctx, { client: id('petrov7'), items });
});

test('what is typed is compared as it would be stored', async () => {
  const similar = async (typed: Parameters<typeof findSimilarClients>[1]) =>
    (await findSimilarClients(ctx, typed)).map(({ field, client, others }) => [field, client.id, others]);
  for (const mobile_phone of ['8 921 555-00-01', '+7(921)5550001', '9215550001'])
    expect(await similar({ mobile_phone })).toEqual([['mobile_phone', id('first'), 1]]);
  expect(await similar({ email: ' ИВАНОВ@пример.рф ' })).toEqual([['email', id('first'), 0]]);
  expect(await similar({ inn: '7804 000 118' })).toEqual([['inn', id('company'), 1]]);
  expect(await similar({ mobile_phone: '8921', email: 'gone@example.com', inn: '78040' })).toEqual([]);
  expect(await similar({ mobile_phone: '89215550001', inn: '780400011812', except: id('first') })).toEqual([
    ['mobile_phone', id('second'), 0],
  ]);
  expect(await similar({})).toEqual([]);
});

async function groups(query: Partial<SharedQuery>) {
  const page = await listDuplicates(ctx, { by: 'phone', limit: 20, ...query });
  return { ...page, groups: page.groups.map(({ clients, ...group }) => ({ ...group, ids: clients.map(({ client }) => client.id) })) };
}

test('a shared phone or INN makes a group of the live ones, he with the most orders first', async () => {
  expect(await groups({ by: 'phone' })).toEqual({ groups: [{ shared: ['phone'], ids: [id('second'), id('first')], more: 0 }], next: null });
  expect(await groups({ by: 'inn' })).toEqual({ groups: [{ shared: ['inn'], ids: [id('company'), id('twin')], more: 0 }], next: null });
  const [group] = (await listDuplicates(ctx, { by: 'phone', limit: 1 })).groups;
  expect(group?.clients[0]?.totals).toMatchObject({ orders: 1, totalMinor: 100 });
});

test('of a common name ten are shown and the rest is counted', async () => {
  const { groups: found } = await groups({ by: 'name' });
  expect(found).toMatchObject([{ shared: ['name'], more: 2 }]);
  expect(found[0]?.ids).toHaveLength(10);
  expect(found[0]?.ids[0]).toBe(id('petrov7'));
});

test('pages follow each other without a gap, also over values that only merged clients share', async () => {
  const expected = [];
  for (let n = 0; n < 7; n++) {
    const mobile_phone = `+7922555000${n}`;
    const pair = [];
    for (const last_name of ['Слева', 'Справа']) pair.push((await createClient(ctx, { last_name: last_name + n, mobile_phone })).id);
    const [main = 0, other = 0] = pair;
    if (n % 3 === 0) await mergeClients(ctx, { main, other, take: [] });
    else expected.push(pair);
  }
  const seen = [];
  let after: string | undefined = '+79215550001';
  for (let pages = 0; after !== undefined && pages < 10; pages++) {
    const page = await groups({ by: 'phone', after, limit: 2 });
    expect(page.groups.length).toBeLessThanOrEqual(2);
    seen.push(...page.groups.map((group) => group.ids));
    after = page.next ?? undefined;
  }
  expect(seen).toEqual(expected);
});
