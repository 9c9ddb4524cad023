import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { listClientRows } from '@/db/queries/client-lists';
import type { ClientRow } from '@/db/queries/clients';
import { listOrderRows } from '@/db/queries/order-lists';
import type { FullOrder } from '@/db/queries/orders';
import { clientCandidates, orderCandidates } from '@/db/queries/search';
import { searchWords } from '@/lib/search/normalise';
import { systemCtx } from '@/lib/testing/people';
import { clientText } from './clients/client-text';
import { createClient } from './clients/create-client';
import { editClient } from './clients/edit-client';
import { listClientPage, suggestClients } from './clients/list-clients';
import { createOrder } from './orders/create-order';
import { editOrder } from './orders/edit-order';
import { listOrderPage } from './orders/list-orders';
import { orderText } from './orders/order-text';

const pieces = [
  'Иван',
  'ов',
  'ёж',
  'Е',
  'стол',
  'Стул',
  '100%',
  '_',
  '"',
  '«Да»',
  "'",
  '\\',
  '😀',
  'я',
  'Q',
  'q',
  '-7',
  '49',
  ' ',
  ' ',
  '٣',
  'ﬁ',
  '*',
];
const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 }).map((parts) => `${parts.join('')}.`);
const needle = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
const clients: ClientRow[] = [];
const orders: FullOrder[] = [];
const newest = { sort: 'id', limit: 100 } as const;

beforeAll(async () => {
  const ctx = systemCtx();
  for (const [n, name] of fc.sample(text, { numRuns: 30, seed: 7 }).entries()) {
    const made = await createClient(ctx, { company: name, mobile_phone: n % 3 === 0 ? `+7900123${String(1000 + n)}` : null });
    clients.push(n % 4 === 0 ? await editClient(ctx, { id: made.id, input: { comment: `правка ${name}` } }) : made);
  }
  for (const [n, product] of fc.sample(text, { numRuns: 40, seed: 8 }).entries()) {
    const client = clients[(n * 7) % clients.length]?.id;
    const made = await createOrder(ctx, {
      client,
      items: [{ product, quantity: 1000, price: 100 + n }],
      description: n % 5 ? '' : product,
    });
    orders.push(n % 4 === 0 ? await editOrder(ctx, { id: made.order.id, input: { status: 'Completed' } }) : made);
  }
});

/** What a plain scan in memory finds. */
function scanOrders(words: string[]): number[] {
  const texts = orders.map(({ order, lines }) => ({
    id: order.id,
    own: orderText(order, lines),
    ofClient: clientText(clients.find(({ id }) => id === order.clientId) as ClientRow),
  }));
  return texts.filter(({ own, ofClient }) => words.every((word) => own.includes(word) || ofClient.includes(word))).map(({ id }) => id);
}

test('any needle finds the orders that a scan finds, by the index and without it', async () => {
  await fc.assert(
    fc.asyncProperty(needle, async (typed) => {
      const words = searchWords(typed);
      const expected = scanOrders(words);
      const found = await getEngine().read(async (tx) => {
        const gathered =
          words.length > 0 ? [await orderCandidates(tx, words), await orderCandidates(tx, words, 2), undefined] : [undefined];
        const lists: number[][] = [];
        for (const candidates of gathered)
          lists.push((await listOrderRows(tx, { words, candidates, today: '', ...newest })).map(({ order }) => order.id));
        return lists;
      });
      for (const ids of found) expect(ids, typed).toEqual(expected);
    }),
    { numRuns: 300, seed: 1 },
  );
});

test('any needle finds the clients that a scan finds', async () => {
  await fc.assert(
    fc.asyncProperty(needle, async (typed) => {
      const words = searchWords(typed);
      const expected = clients.filter((client) => words.every((word) => clientText(client).includes(word))).map(({ id }) => id);
      const found = await getEngine().read(async (tx) => {
        const candidates = words.length > 0 ? await clientCandidates(tx, words) : undefined;
        return (await listClientRows(tx, { words, candidates, ...newest })).map(({ id }) => id);
      });
      expect(found, typed).toEqual(expected);
    }),
    { numRuns: 300, seed: 2 },
  );
});

test('people search as they please', async () => {
  const ctx = systemCtx();
  const { id: client } = await createClient(ctx, {
    last_name: 'Фёдорова',
    first_name: 'Алёна',
    mobile_phone: '+79261234567',
    inn: '7801234567',
  });
  const { order } = await createOrder(ctx, { client, items: [{ product: 'Кофемашина Delonghi', quantity: 1000, price: 5_000_000 }] });
  const found = async (search: string) => (await listOrderPage(ctx, { search }, newest)).rows.map((row) => row.order.id);
  const searches = [
    'федорова',
    'ФЁДОРОВА алёна',
    'кофе федор',
    '8 (926) 123',
    '+7 926 123-45-67',
    '4567',
    '7801234567',
    `№ ${order.id}`,
    'delong',
  ];
  for (const search of searches) expect(await found(search), search).toContain(order.id);
  const meant = async (search: string) => {
    const { rows, shownFor } = await listOrderPage(ctx, { search }, newest);
    return [rows.map((row) => row.order.id), shownFor];
  };
  expect(await meant('atljhjdf')).toEqual([[order.id], 'федорова']);
  expect(await meant('fedorova')).toEqual([[order.id], 'федорова']);
  expect(await meant('вудщтпрш')).toEqual([[order.id], 'delonghi']);
  expect(await meant('нет такого')).toEqual([[], undefined]);
  expect((await listClientPage(ctx, { search: 'atljhjdf' }, newest)).shownFor).toBe('федорова');
  expect((await suggestClients(ctx, 'atljhjdf', 10)).map(({ id }) => id)).toEqual([client]);
});

test('a renamed client is found by the new name with all his orders, which are not touched', async () => {
  const ctx = systemCtx();
  const { id: client } = await createClient(ctx, { company: 'Северсталь-Юг' });
  const { order } = await createOrder(ctx, { client, items: [{ product: 'Труба', quantity: 1000, price: 100 }] });
  await editClient(ctx, { id: client, input: { company: 'Южный металл' } });
  const found = async (search: string) => (await listOrderPage(ctx, { search }, newest)).rows.map((row) => row.order);
  expect((await found('южный труба')).map(({ id, version }) => [id, version])).toEqual([[order.id, 1]]);
  expect(await found('северсталь')).toEqual([]);
});
