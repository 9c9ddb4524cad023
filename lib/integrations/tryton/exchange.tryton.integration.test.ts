import { afterAll, beforeAll, expect, test } from 'vitest';
import { findClient } from '@/db/queries/clients';
import { findAnyConnection } from '@/db/queries/connections';
import { findLink, findLinkByRemote } from '@/db/queries/links';
import { findOrder } from '@/db/queries/orders';
import { exchanges } from '@/db/schema/deliveries';
import { productStock } from '@/db/schema/exchange';
import { sealSecret } from '@/lib/auth/secret-box';
import { createClient } from '@/lib/domain/clients/create-client';
import { deleteClient } from '@/lib/domain/clients/delete-client';
import { editClient } from '@/lib/domain/clients/edit-client';
import { addConnection } from '@/lib/domain/connections/write-connection';
import type { Ctx } from '@/lib/domain/context';
import { listExchangeRuns } from '@/lib/domain/exchange/list-runs';
import { getMapping } from '@/lib/domain/exchange/mapping';
import { startExchangeRun } from '@/lib/domain/exchange/start-run';
import { createOrder } from '@/lib/domain/orders/create-order';
import { editOrder } from '@/lib/domain/orders/edit-order';
import { deliverNext } from '@/lib/outbox/deliver-round';
import { ctxOf } from '@/lib/testing/people';
import { type Bench, benchOn } from '@/lib/testing/sync-bench';
import { startTryton, type TrytonServer } from '@/lib/testing/tryton-server';
import { allowedPlaces } from '../http/addresses';
import { createGuardedHttp, type GuardedHttp } from '../http/guarded-http';
import { PeerError } from '../http/peer-http';
import { openConnection } from '../open-connection';
import type { Peer } from '../sync/peer';
import { exchangeRound } from '../sync/rounds';
import { pushRecord } from '../sync/sync-record';
import { withoutFields } from '../sync/without-fields';
import { workOn } from '../work';
import { tryton } from './join';

let server: TrytonServer;
let ctx: Ctx;
let peer: Peer;
let bench: Bench;
let network: GuardedHttp;
let requests = 0;
/** Called after each request that reached it, before its answer is known here. */
let afterRequest: (subject: string) => void = () => undefined;

const exact = (decimal: string) => ({ __class__: 'Decimal', decimal });

beforeAll(async () => {
  server = await startTryton();
  ctx = await ctxOf('admin');
  const { address, database, login } = server;
  const settings = { address, database, login, policy: 'newest', mapping: { status: { quotation: 'Completed' } } };
  const row = await ctx.db.transaction((tx) =>
    addConnection(tx, ctx, {
      kind: 'tryton',
      name: 'Склад Tryton',
      topics: tryton.topics,
      settings,
      secrets: (uid) => ({ password: sealSecret(server.password, `${uid}:password`) }),
    }),
  );
  const real = createGuardedHttp({ allowed: allowedPlaces(['127.0.0.1']) });
  network = {
    ...real,
    send: async (request, signal) => {
      requests += 1;
      const answer = await real.send(request, signal);
      afterRequest(request.subject ?? '');
      return answer;
    },
    close: () => real.close(),
  };
  const connection = await ctx.db.read((tx) => findAnyConnection(tx, row.id));
  if (!connection) throw new Error('It was just made');
  const work = workOn(openConnection(connection), { db: ctx.db, network });
  const joined = await tryton.sync?.join(work as Parameters<NonNullable<typeof tryton.sync>['join']>[0]);
  if (!joined) throw new Error('It is two-way');
  peer = joined;
  bench = benchOn(connection, peer, { policy: 'newest', direction: 'both' });
}, 180_000);

afterAll(() => server?.stop());

async function remoteIdOf(entity: 'client' | 'product' | 'order', id: number): Promise<number> {
  const link = await ctx.db.read((tx) => findLink(tx, bench.connection.id, entity, id));
  return Number(link?.remoteId);
}

async function saleOf(orderId: number) {
  const id = await remoteIdOf('order', orderId);
  const fields = ['state', 'untaxed_amount', 'reference', 'comment', 'lines.description', 'lines.quantity', 'lines.product'];
  const [row] = (await server.call('sale.sale.read', [[id], fields])) as Record<string, unknown>[];
  return { id, ...row } as Record<string, unknown> & { id: number; untaxed_amount: { decimal: string } };
}

const items = [
  { product: 'Стол дубовый', sku: 'ST-1', unit: 'шт', quantity: 3000, price: 10_000, discount: 1000 },
  { product: 'Мука', unit: 'кг', quantity: 1250, price: 8_333 },
  { product: 'Шафран', unit: 'г', quantity: 125, price: 99_999 },
  { product: 'Гвозди', unit: 'кг', quantity: 777_770, price: 7_777, discount: 12_345 },
];

let clientId = 0;
let orderId = 0;

test('the check says who we are, which modules are there and how its clock goes', async () => {
  const report = await peer.check();
  expect(report.ok).toBe(true);
  expect(report.lines.map(({ code }) => code)).toEqual(['signed_in_as', 'may_read', 'may_read', 'may_read', 'stock_there', 'clock']);
  expect(report.lines[0]?.values).toEqual({ login: 'admin', company: 'Наша фирма' });
});

test('an order goes there with its client and goods, to the kopeck, and asks nothing the second time', async () => {
  const client = await createClient(ctx, {
    last_name: 'Соколова',
    first_name: 'Марина',
    middle_name: 'Андреевна',
    mobile_phone: '+79001234567',
    email: 'marina@example.com',
    inn: '7707083893',
    address: 'Москва, ул. Ленина, 1',
  });
  const { order } = await createOrder(ctx, { client: client.id, items, description: 'Позвонить\nзаранее' });
  [clientId, orderId] = [client.id, order.id];
  await bench.deliver();
  const sale = await saleOf(orderId);
  expect(Number(sale.untaxed_amount.decimal) * 100).toBeCloseTo(order.totalMinor, 5);
  expect(sale).toMatchObject({ state: 'draft', comment: 'Позвонить\nзаранее' });
  expect(await bench.differences()).toEqual([]);
  requests = 0;
  await pushRecord(bench.sync(), 'order', orderId);
  await pushRecord(bench.sync(), 'client', clientId);
  expect(requests).toBe(0);
}, 60_000);

test('what is edited there comes here, and what is edited here goes there; then it is quiet', async () => {
  await bench.run('pull');
  const sale = await saleOf(orderId);
  const party = await remoteIdOf('client', clientId);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await server.call('party.party.write', [
    [party],
    { addresses: [['create', [{ city: 'Тверь' }]]], name: 'Соколова-Белова Марина Андреевна' },
  ]);
  const line = { type: 'line', description: 'Доставка', quantity: 1, unit_price: exact('500.55') };
  await server.call('sale.sale.write', [[sale.id], { lines: [['create', [line]]] }]);
  await editClient(ctx, { id: clientId, input: { mobile_phone: '+79007654321' } });
  await bench.deliver();
  const pulled = await bench.run('pull');
  expect(pulled.state).toBe('done');
  const client = await ctx.db.read((tx) => findClient(tx, clientId));
  expect(client).toMatchObject({ lastName: 'Соколова-Белова', firstName: 'Марина', mobilePhone: '+79007654321' });
  const order = await ctx.db.read((tx) => findOrder(tx, orderId));
  expect(order?.lines.map(({ product }) => product)).toEqual([...items.map(({ product }) => product), 'Доставка']);
  expect(order?.lines[0]).toMatchObject({ priceMinor: 10_000, discountMinor: 1000 });
  expect(order?.lines[4]).toMatchObject({ totalMinor: 50_055 });
  expect(await bench.differences()).toEqual([]);
  const again = await bench.run('pull');
  expect(again.counts).not.toHaveProperty('updated');
  expect(again.counts).not.toHaveProperty('sent');
}, 60_000);

test('a status of ours presses its buttons, and theirs comes back', async () => {
  await editOrder(ctx, { id: orderId, input: { status: 'Completed' } });
  await bench.deliver();
  expect((await saleOf(orderId)).state).toBe('quotation');
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await server.call('sale.sale.cancel', [[(await saleOf(orderId)).id]]);
  await bench.run('pull');
  expect((await ctx.db.read((tx) => findOrder(tx, orderId)))?.order.status).toBe('Cancelled');
  await editOrder(ctx, { id: orderId, input: { status: 'Pending' } });
  await bench.deliver();
  expect((await saleOf(orderId)).state).toBe('draft');
}, 60_000);

test('somebody who was faster there is not overwritten: it is read again and merged', async () => {
  const party = await remoteIdOf('client', clientId);
  await editClient(ctx, { id: clientId, input: { email: 'belova@example.com' } });
  await new Promise((resolve) => setTimeout(resolve, 1100));
  let was = false;
  const inBetween = peer.update;
  peer.update = async (entity, edit) => {
    if (!was) {
      was = true;
      await server.call('party.party.write', [[party], { name: 'Белова Марина Андреевна' }]);
    }
    return inBetween(entity, edit);
  };
  await bench.deliver();
  peer.update = inBetween;
  expect(await ctx.db.read((tx) => findClient(tx, clientId))).toMatchObject({ lastName: 'Белова', email: 'belova@example.com' });
  expect(await bench.differences()).toEqual([]);
}, 60_000);

test('a creation whose answer was lost is found again and not made twice', async () => {
  const client = await createClient(ctx, { company: 'ООО «Потерянный ответ»' });
  const { order } = await createOrder(ctx, { client: client.id, items: [{ product: 'Редкость', quantity: 1000, price: 100 }] });
  for (const made of ['party.party.create', 'product.template.create', 'sale.sale.create']) {
    let lost = false;
    afterRequest = (subject) => {
      if (lost || !subject.endsWith(made)) return;
      lost = true;
      throw new PeerError({ code: 'timeout' });
    };
    await expect(pushRecord(bench.sync(), 'order', order.id)).rejects.toMatchObject({ problem: { code: 'timeout' } });
    expect(lost, made).toBe(true);
  }
  afterRequest = () => undefined;
  await bench.deliver();
  expect(await server.call('party.party.search_count', [[['name', '=', 'ООО «Потерянный ответ»']]])).toBe(1);
  expect(await server.call('product.template.search_count', [[['name', '=', 'Редкость']]])).toBe(1);
  expect(await server.call('sale.sale.search_count', [[['party.name', '=', 'ООО «Потерянный ответ»']]])).toBe(1);
  expect(await bench.differences()).toEqual([]);
}, 60_000);

test('what is only there is rehearsed, and taken over as one group', async () => {
  const unit = { default_uom: 1, sale_uom: 1, type: 'goods', salable: true, cost_price_method: 'fixed' };
  await server.call('product.template.create', [
    [{ ...unit, name: 'Кирпич', list_price: exact('12.3456'), products: [['create', [{ suffix_code: 'KR-1' }]]] }],
  ]);
  const phone = { type: 'mobile', value: '8 (900) 765-43-21' };
  const parties = [
    { name: 'Иванов Иван', contact_mechanisms: [['create', [{ type: 'mobile', value: '+79031112233' }]]] },
    // The number of a client who is another party already: a person has to tell.
    { name: 'Двойник', contact_mechanisms: [['create', [phone]]] },
  ];
  await createClient(ctx, { company: 'Раз', mobile_phone: '+79031112244' });
  await createClient(ctx, { company: 'Два', mobile_phone: '+79031112244' });
  const twin = { name: 'Похожий', contact_mechanisms: [['create', [{ type: 'mobile', value: '+79031112244' }]]] };
  await server.call('party.party.create', [[...parties, twin]]);
  const rehearsed = await bench.run('rehearsal');
  expect(rehearsed.counts).toMatchObject({ duplicates: 2 });
  const taken = await bench.run('backfill');
  expect(taken.state).toBe('done');
  expect(taken.counts.created).toBe(rehearsed.counts.created);
  expect(taken.groupId).not.toBeNull();
  expect(await bench.differences()).toEqual([]);
}, 90_000);

test('what its warehouse has is read', async () => {
  const [storage] = (await server.call('stock.location.search', [[['type', '=', 'storage']], 0, 1, null])) as number[];
  const [brick] = (await server.call('product.product.search', [[['code', '=', 'KR-1']], 0, 1, null])) as number[];
  const line = { product: brick, quantity: 12.0 };
  const [inventory] = (await server.call('stock.inventory.create', [[{ location: storage, lines: [['create', [line]]] }]])) as number[];
  await server.call('stock.inventory.confirm', [[inventory]]);
  expect(await peer.stock?.()).toEqual([{ productId: String(brick), warehouse: expect.any(String), quantityMilli: 12_000 }]);
  await bench.run('backfill');
  const rows = await ctx.db.read((tx) => tx.select().from(productStock));
  expect(rows).toMatchObject([{ quantityMilli: 12_000, connectionId: bench.connection.id }]);
}, 60_000);

test('a comparison finds what is missing and what differs, and mends it', async () => {
  const party = await remoteIdOf('client', clientId);
  await server.call('party.party.create', [[{ name: 'Только там' }]]);
  await server.call('party.party.write', [[party], { name: 'Переименована там' }]);
  const client = await createClient(ctx, { company: 'Только здесь' });
  const compared = await bench.run('reconciliation');
  expect(compared.counts).toMatchObject({ updated: 1 });
  const fixed = await bench.run('pull', { fix: { runId: compared.id } });
  expect(fixed.state).toBe('done');
  expect(await remoteIdOf('client', client.id)).toBeGreaterThan(0);
  const quiet = await bench.run('reconciliation');
  expect(quiet.counts).not.toHaveProperty('updated');
}, 90_000);

test('a client taken away on one side is archived on the other', async () => {
  const client = await createClient(ctx, { company: 'Уходящий' });
  await bench.deliver();
  await deleteClient(ctx, { id: client.id });
  await bench.deliver();
  const id = await remoteIdOf('client', client.id);
  const [row] = (await server.call('party.party.read', [[id], ['active']])) as { active: number | boolean }[];
  expect(Boolean(row?.active)).toBe(false);
}, 60_000);

test('the workers themselves carry it all out', async () => {
  const client = await createClient(ctx, { company: 'Через очередь' });
  const ending = new AbortController().signal;
  while (await deliverNext({ db: ctx.db, ending }, bench.connection, { network }));
  const id = await remoteIdOf('client', client.id);
  expect(
    await server.call('party.party.search_count', [
      [
        ['id', '=', id],
        ['name', '=', 'Через очередь'],
      ],
    ]),
  ).toBe(1);
  await startExchangeRun(ctx, { connectionId: bench.connection.id, kind: 'pull' });
  while (await exchangeRound({ db: ctx.db, network }));
  const [run] = await listExchangeRuns(ctx, { connectionId: bench.connection.id, limit: 1 });
  expect(run).toMatchObject({ kind: 'pull', state: 'done' });
  expect((await getMapping(ctx, bench.connection.id)).vocabulary.status?.map(({ id: state }) => state)).toContain('quotation');
}, 60_000);

test('without any field that may be left out records are made all the same, and a sale made there has its author', async () => {
  const optional = tryton.sync?.optional ?? {};
  const off = Object.entries(optional).flatMap(([entity, names]) => names.map((name) => [`${entity}.${name}`, 'off']));
  const author = (await peer.vocabulary()).user?.find(({ login }) => login === server.login)?.id ?? '';
  const us = ctx.actor.type === 'user' ? ctx.actor.id : 0;
  const mapping = { field: Object.fromEntries(off), user: { [author]: String(us) } };
  const bare = benchOn(bench.connection, withoutFields(peer, optional, mapping), { policy: 'newest', direction: 'both', mapping });
  const client = await createClient(ctx, { company: 'Без полей', mobile_phone: '+79031112255', address: 'Здесь' });
  const line = { product: 'Без цены', sku: 'NO-1', unit: 'шт', quantity: 1000, price: 5000 };
  const { order } = await createOrder(ctx, { client: client.id, items: [line], description: 'для себя', status: 'Completed' });
  await bare.deliver();
  const sale = await saleOf(order.id);
  expect(sale).toMatchObject({ state: 'draft', comment: null });
  expect(Number(sale.untaxed_amount.decimal)).toBe(50);
  const party = await remoteIdOf('client', client.id);
  const domain = [
    ['id', '=', party],
    ['contact_mechanisms', '=', null],
  ];
  expect(await server.call('party.party.search_count', [domain])).toBe(1);
  const lines = [['create', [{ type: 'line', description: 'Доставка', quantity: 2, unit_price: exact('10') }]]];
  const [made] = (await server.call('sale.sale.create', [[{ party, lines, comment: 'для них' }]])) as number[];
  await bare.run('backfill');
  const link = await ctx.db.read((tx) => findLinkByRemote(tx, bench.connection.id, 'order', String(made)));
  const taken = await ctx.db.read((tx) => findOrder(tx, link?.localId ?? 0));
  expect(taken?.order).toMatchObject({ totalMinor: 2000, description: '', status: 'Pending', createdBy: us, clientId: client.id });
  expect((await ctx.db.read((tx) => findOrder(tx, order.id)))?.order).toMatchObject({ status: 'Completed', description: 'для себя' });
}, 90_000);

test('no password stands in the journal of requests', async () => {
  const rows = await ctx.db.read((tx) => tx.select().from(exchanges));
  expect(rows.length).toBeGreaterThan(50);
  expect(JSON.stringify(rows)).not.toContain(server.password);
});
