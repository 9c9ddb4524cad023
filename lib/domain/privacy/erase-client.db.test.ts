import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { dialect } from '@/db/dialect/name';
import { sumDayTotals } from '@/db/queries/day-totals';
import { call } from '@/lib/testing/api';
import { ctxOf, systemCtx } from '@/lib/testing/people';
import { startBulk, stopBulk } from '../bulk/start-bulk';
import { formalName } from '../clients/client-name';
import { createClient } from '../clients/create-client';
import { deleteClient } from '../clients/delete-client';
import { editClient } from '../clients/edit-client';
import { getClientCard } from '../clients/get-client';
import { listClients } from '../clients/list-clients';
import { restoreClient } from '../clients/restore-client';
import { moveClient } from '../clients/write-client';
import { addComment } from '../comments/add-comment';
import { deleteComment } from '../comments/delete-comment';
import { type Ctx, unit } from '../context';
import { addFile } from '../files/add-file';
import { listChanges } from '../history/list-changes';
import { recordChange } from '../journal/record-change';
import { createOrder } from '../orders/create-order';
import { deleteOrder } from '../orders/delete-order';
import { editOrder } from '../orders/edit-order';
import { getOrderCard } from '../orders/get-order';
import { listOrders } from '../orders/list-orders';
import { restoreOrder } from '../orders/restore-order';
import { listPastClients } from '../past/list-past-clients';
import { listPastOrders } from '../past/list-past-orders';
import { clientNames } from '../past/names';
import { recordAt } from '../past/record-at';
import { addPayment } from '../payments/add-payment';
import { deletePayment } from '../payments/delete-payment';
import { verifyDatabase } from '../verify/verify-database';
import { eraseClient } from './erase-client';
import { exportClient } from './export-client';

let clock = Date.UTC(2026, 0, 1, 9);
/** Every look at the clock is a second later. */
function tick(): Date {
  clock += 1000;
  return new Date(clock);
}
const ctx: Ctx = { ...systemCtx(), now: tick };

const person = {
  first_name: 'Ефросинья',
  last_name: 'Жаворонкова',
  middle_name: 'Аристарховна',
  company: 'Чебурашкинский завод',
  inn: '7712345678',
  mobile_phone: '+79215551022',
  email: 'Zhavoronkova@Example.com',
  address: 'Верхнепышминская улица, 17',
  // A rare letter would stand in the search index itself, which is made of three letters each.
  comment: 'Просит звонить после обеда 龘龘龘',
};
/** Everything that is about her alone: current, former, merged, in her orders. */
const words = [
  ...Object.values(person),
  'Перепёлкина',
  'Снегирёва',
  '+79031112233',
  'sneg@example.com',
  'оставить консьержке Зинаиде',
  'бывшее пожелание',
  'перевод от мужа Гавриила',
  'отозванная квитанция',
  'ключ у соседки Пульхерии',
  'взятые назад слова',
  'паспорт Жаворонковой.pdf',
  'пока он был её',
  '龘',
];
const secrets = [...new Set(words.flatMap((word) => [word, word.toLowerCase(), word.toLowerCase().replaceAll('ё', 'е')]))];

const sha256 = 'e'.repeat(64);
const items = [{ product: 'Стол', quantity: 2000, price: 12_345 }];
let id = 0;
let merged = 0;
let other = 0;
let her: number[] = [];
/** Once hers, somebody else's now. */
let moved = 0;
let others = 0;
let before = 0;
let document = '';
const idempotent = { 'idempotency-key': 'her-own-key' };

async function everything(): Promise<string> {
  const db = getEngine();
  return db.read(async (tx) => {
    const tables =
      db.dialect === 'sqlite'
        ? await db.rows<{ name: string }>(tx, sql`select name from sqlite_master where type = 'table'`)
        : await db.rows<{ name: string }>(tx, sql`select tablename as name from pg_tables where schemaname = current_schema()`);
    const dumped: string[] = [];
    for (const { name } of tables) dumped.push(JSON.stringify(await db.rows(tx, sql`select * from ${sql.identifier(name)}`)));
    return dumped.join('\n');
  });
}

/** The bytes of the database's own files. */
function files(): string {
  const path = (process.env.DATABASE_URL ?? '').replace(/^file:/, '');
  return ['', '-wal'].map((ending) => readFileSync(path + ending).toString('utf8')).join('\n');
}

const found = (text: string) => secrets.filter((secret) => text.includes(secret));
const totals = () => ctx.db.read((tx) => sumDayTotals(tx, {}));
const take = async (client: number, description = '') => (await createOrder(ctx, { client, items, description })).order.id;

async function merge(source: number, into: number): Promise<void> {
  const { client } = await getClientCard(ctx, source);
  await unit(ctx, async (tx) => {
    await recordChange(tx, ctx, 'client.merge', [await moveClient(tx, ctx, client, 'delete', into)]);
  });
}

beforeAll(async () => {
  other = (await createClient(ctx, { last_name: 'Соколова', email: 'sokolova@example.com', comment: 'Своя' })).id;
  id = (await createClient(ctx, { ...person, last_name: 'Перепёлкина' })).id;
  await editClient(ctx, { id, input: { last_name: person.last_name } });
  merged = (await createClient(ctx, { last_name: 'Снегирёва', mobile_phone: '+79031112233', email: 'sneg@example.com' })).id;
  // A change of many that was stopped before it changed anything: what was typed for it stays in its own table.
  const typed = { search: 'Снегирёва' };
  const fields = { comment: 'оставить консьержке Зинаиде' };
  const admin = await ctxOf('admin');
  const run = await startBulk(admin, { entity: 'client', selection: { filter: typed }, action: { type: 'edit', fields } });
  await stopBulk(admin, run.id);
  for (let n = 0; n < 20; n++) {
    const order = await take(id, n % 2 ? 'оставить консьержке Зинаиде' : '');
    her.push(order);
    others = await take(other, `Чужой заказ ${n}`);
  }
  const [first = 0, second = 0, third = 0, fourth = 0] = her;
  await editOrder(ctx, { id: first, input: { description: 'бывшее пожелание' } });
  await editOrder(ctx, { id: first, input: { description: 'оставить консьержке Зинаиде', status: 'Completed' } });
  const pay = { day: '2026-01-02', amount: 1000, method: 'bank' } as const;
  await addPayment(ctx, { orderId: first, input: { ...pay, note: 'перевод от мужа Гавриила' } });
  const back = await addPayment(ctx, { orderId: second, input: { ...pay, note: 'отозванная квитанция' } });
  await deletePayment(ctx, { orderId: second, paymentId: back.payments[0]?.id ?? 0 });
  await addPayment(ctx, { orderId: third, input: { ...pay, note: '' } });
  await addComment(ctx, { orderId: third, text: 'ключ у соседки Пульхерии' });
  const taken = await addComment(ctx, { orderId: second, text: 'взятые назад слова' });
  await deleteComment(ctx, { orderId: second, commentId: taken.comments[0]?.id ?? 0 });
  const passport = { name: 'паспорт Жаворонковой.pdf', type: 'application/pdf', size: 1, sha256 };
  await addFile(ctx, { orderId: third, file: passport });
  await deleteOrder(ctx, { id: fourth });
  moved = await take(id);
  await editOrder(ctx, { id: moved, input: { description: 'пока он был её' } });
  await editOrder(ctx, { id: moved, input: { client: other, description: '' } });
  her = [...her, await take(merged, 'бывшее пожелание')];
  await merge(merged, id);
  await call(
    'POST',
    '/api/clients/add/',
    { first_name: 'Иван', last_name: 'Чужой', email: 'ivan@example.com' },
    { headers: { 'idempotency-key': 'k' } },
  );
  await call('POST', `/api/clients/edit/${id}/`, { first_name: person.first_name }, { headers: idempotent });
  before = clock;
  document = JSON.stringify(await exportClient(ctx, id));
});

describe('before the erasure', () => {
  test('everything about her is there to be found, and in the document', async () => {
    expect(found(await everything()).length).toBeGreaterThan(20);
    expect(words.filter((word) => !document.includes(word))).toEqual([]);
    expect(document).not.toContain('sokolova@example.com');
    expect(document).not.toContain('Чужой заказ');
  });

  test('the document is a download for administrators', async () => {
    const answer = await call('GET', `/api/clients/export/${id}/`);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="client-${id}.json"`);
    const { client, merged_clients: mergedClients, orders } = answer.json as { client: object; merged_clients: object[]; orders: object[] };
    expect(client).toMatchObject({ id, last_name: person.last_name, email: person.email });
    expect([mergedClients.length, orders.length]).toEqual([1, her.length]);
    expect((await call('GET', `/api/clients/export/${id}/`, undefined, { as: 'manager' })).status).toBe(403);
  });

  test.each(['viewer', 'manager'] as const)('a %s may not', async (role) => {
    await expect(eraseClient(await ctxOf(role), { id })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(exportClient(await ctxOf(role), id)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('a stale page erases nothing', async () => {
    await expect(eraseClient(ctx, { id, expectedVersion: 1 })).rejects.toMatchObject({ code: 'stale_version' });
    expect((await getClientCard(ctx, id)).client.email).toBe(person.email);
  });
});

describe('after it', () => {
  let sums: Awaited<ReturnType<typeof totals>>;
  let paid: number[];

  beforeAll(async () => {
    sums = await totals();
    paid = [];
    for (const order of her) paid.push((await getOrderCard(ctx, order)).order.paidMinor);
    const { version } = (await getClientCard(ctx, id)).client;
    expect(await eraseClient(ctx, { id, expectedVersion: version })).toEqual({
      id,
      clients: 2,
      orders: her.length,
      contents: [sha256],
    });
  });

  test('no table holds a word of hers', async () => {
    expect(found(await everything())).toEqual([]);
  });

  // Of an embedded database alone: a server keeps its files to itself.
  if (dialect === 'sqlite')
    test('nor does a byte of the files', () => {
      const bytes = files();
      expect(bytes).toContain('Чужой заказ');
      expect(found(bytes)).toEqual([]);
    });

  test('the journal and the sums are whole', async () => {
    expect((await verifyDatabase(ctx.db)).problems).toEqual([]);
    expect(await totals()).toEqual(sums);
    const now = [];
    for (const order of her) now.push((await getOrderCard(ctx, order)).order.paidMinor);
    expect(now).toEqual(paid);
  });

  test('the search finds her no more, and the lists call her by her number', async () => {
    const newest = { sort: 'id', limit: 100 } as const;
    for (const search of ['жаворонкова', '5551022', 'zhavoronkova', 'консьержке', 'снегирева']) {
      expect(await listClients(ctx, { search }, newest)).toEqual([]);
      expect(await listOrders(ctx, { search }, newest)).toEqual([]);
      expect((await listPastClients(ctx, { at: before, search, limit: 10 })).rows).toEqual([]);
      expect((await listPastOrders(ctx, { at: before, search, limit: 10 })).rows).toEqual([]);
    }
    const listed = await listClients(ctx, { search: 'удалённый клиент' }, newest);
    expect(listed.map(formalName)).toEqual([`Удалённый клиент № ${id}`]);
    expect((await call('POST', `/api/clients/get/${id}/`)).json.client).toMatchObject({ last_name: `Удалённый клиент № ${id}`, email: '' });
  });

  test('what she bought stays; what was written there is gone', async () => {
    const { order, lines, payments } = await getOrderCard(ctx, her[0] ?? 0);
    expect([order.totalMinor, order.status, lines.length]).toEqual([24_690, 'Completed', 1]);
    expect([order.description, payments.map(({ note }) => note)]).toEqual(['', ['']]);
    expect((await getOrderCard(ctx, others)).order).toMatchObject({ description: 'Чужой заказ 19', version: 1 });
    expect((await getOrderCard(ctx, moved)).order.version).toBe(3);
    expect((await getClientCard(ctx, other)).client).toMatchObject({ lastName: 'Соколова', comment: 'Своя', version: 1 });
  });

  test('the time machine says so, and still knows the rest', async () => {
    const { record } = await recordAt(ctx, { entity: 'client', id, at: before });
    expect(record).toMatchObject({ existence: 'live', snapshot: { last_name: null, email: null } });
    expect(record.erased).toEqual([...clientNames]);
    const order = (await recordAt(ctx, { entity: 'order', id: her[5] ?? 0, at: before })).record;
    expect(order.erased).toEqual(['description']);
    expect(order.snapshot).toMatchObject({ total_price: '246.90', client: { id, name: `Удалённый клиент № ${id}` } });
    const since = (await recordAt(ctx, { entity: 'order', id: her[5] ?? 0, at: clock })).record;
    expect([since.erased, since.snapshot.description]).toEqual([[], '']);
    const strange = (await recordAt(ctx, { entity: 'order', id: others, at: before })).record;
    expect([strange.erased, strange.snapshot.description]).toEqual([[], 'Чужой заказ 19']);
  });

  test('the feed tells of the erasure, and nothing of what went', async () => {
    const { changes } = await listChanges(ctx, { entity: 'client', id, limit: 100 });
    expect(changes.map(({ operation, fields }) => [operation.kind, fields === null])).toEqual([
      ['client.create', true],
      ['client.edit', true],
      ['privacy.erase', false],
    ]);
    expect(changes.at(-1)?.fields?.last_name).toEqual({ old: null, new: '' });
  });

  test('she cannot be filled in again, restored, merged, given an order or erased twice', async () => {
    const refused = { code: 'client_erased' };
    await expect(editClient(ctx, { id, input: { last_name: 'Новая' } })).rejects.toMatchObject(refused);
    await expect(restoreClient(ctx, merged)).rejects.toMatchObject(refused);
    await expect(merge(id, other)).rejects.toMatchObject(refused);
    await expect(eraseClient(ctx, { id })).rejects.toMatchObject(refused);
    await expect(take(id)).rejects.toMatchObject({ code: 'validation' });
    const answer = await call('POST', `/api/clients/edit/${id}/`, { first_name: 'Х' });
    expect([answer.status, answer.json.code]).toEqual([409, 'client_erased']);
    await deleteOrder(ctx, { id: her[7] ?? 0 });
    await restoreOrder(ctx, her[7] ?? 0);
    await deleteClient(ctx, { id, cascade: true });
    await expect(restoreClient(ctx, id)).rejects.toMatchObject(refused);
    expect((await verifyDatabase(ctx.db)).problems).toEqual([]);
  });

  test('a call of hers is not answered again from what was kept', async () => {
    const again = await call('POST', `/api/clients/edit/${id}/`, { first_name: person.first_name }, { headers: idempotent });
    expect([again.status, again.json.code]).toEqual([422, 'idempotency_mismatch']);
  });
});
