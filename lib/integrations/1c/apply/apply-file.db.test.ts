import { beforeAll, describe, expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { groupOperationIds } from '@/db/queries/bulk-runs';
import { conflictsOfRecord } from '@/db/queries/conflicts';
import type { ConnectionRow } from '@/db/queries/connections';
import { changesOfOperations } from '@/db/queries/journal';
import { findLink, findLinkByRemote, type LinkRow, updateLink } from '@/db/queries/links';
import { type FullOrder, findOrder } from '@/db/queries/orders';
import { createClient } from '@/lib/domain/clients/create-client';
import { addConnection } from '@/lib/domain/connections/write-connection';
import { noteSentOrders } from '@/lib/domain/exchange/write-links';
import { createOrder } from '@/lib/domain/orders/create-order';
import { editOrder } from '@/lib/domain/orders/edit-order';
import { restoreOrder } from '@/lib/domain/orders/restore-order';
import type { ItemInput } from '@/lib/domain/orders/schema';
import { addPayment } from '@/lib/domain/payments/add-payment';
import { deletePayment } from '@/lib/domain/payments/delete-payment';
import { undoOperation } from '@/lib/domain/undo/undo-operation';
import { systemCtx } from '@/lib/testing/people';
import { writeOrders } from '../commerceml/write-orders';
import { loadForSending } from '../load-for-sending';
import { sourceOf, utf8 } from '../testing/files';
import { documentXml, itemXml, orderOf1c8, rootXml, type SampleDocument } from '../testing/samples';
import { applyFile, startState } from './apply-file';

let clientId: number;
const table = { name: 'Стол', quantity: '2', price: '150.50', sum: '301.00' };
const tableItem: ItemInput = { product: 'Стол', quantity: 2000, price: 15_050, unit: 'шт', sku: '', vat_rate: null };

beforeAll(async () => {
  clientId = (await createClient(systemCtx(), { company: 'ООО «Лес»', inn: '7736207543' })).id;
});

let made = 0;
async function connect(settings: Record<string, unknown> = {}): Promise<ConnectionRow> {
  const ctx = systemCtx();
  return ctx.db.transaction((tx) =>
    addConnection(tx, ctx, { kind: '1c', name: `1С ${++made}`, topics: [], settings: settings as never, secrets: () => ({}) }),
  );
}

const newOrder = async (items: ItemInput[] = [tableItem]) => (await createOrder(systemCtx(), { client: clientId, items })).order;
const read = async (id: number) => (await getEngine().read((tx) => findOrder(tx, id))) as FullOrder;

/** The order is known over there: it was sent and confirmed. */
async function sent(connection: ConnectionRow, id: number): Promise<void> {
  const { order } = await read(id);
  await getEngine().transaction((tx) => noteSentOrders(tx, connection.id, [{ orderId: id, version: order.version }], Date.now()));
}

async function known(settings: Record<string, unknown> = {}, items?: ItemInput[]) {
  const connection = await connect(settings);
  const { id } = await newOrder(items);
  await sent(connection, id);
  return { connection, id };
}

const now = () => new Date('2026-11-20T09:00:00Z');

function apply(connection: ConnectionRow, text: string, state = startState(), until = {}) {
  return applyFile({ db: getEngine(), connection, now, requestId: 'test' }, sourceOf(utf8(text)), state, until);
}

const tell = (connection: ConnectionRow, ...documents: SampleDocument[]) => apply(connection, rootXml(documents.map(documentXml).join('')));
const says = (id: number | string, requisites: Record<string, string>): SampleDocument => ({ id: String(id), requisites });
const goods = (sum = table.sum, ...items: string[]) => ({
  sum,
  items: items.length > 0 ? items.join('') : itemXml(table.name, table.price, table.quantity, table.sum),
});
const codes = ({ notes }: { notes: { code: string }[] }) => notes.map(({ code }) => code);

describe('statuses', () => {
  test('come without lines, which stay', async () => {
    const { connection, id } = await known();
    const state = await tell(connection, says(id, { 'Статус заказа': '[F] Доставлен' }));
    expect(state).toMatchObject({ done: true, counts: { changed: 1 }, notes: [] });
    const { order, lines } = await read(id);
    expect([order.status, lines.length, order.totalMinor]).toEqual(['Completed', 1, 30_100]);
  });

  test('are mapped by id, then by the code in brackets, then by their text', async () => {
    const { connection, id } = await known({
      statuses: { 'у-1': 'Completed', К: 'Cancelled', 'готов к выдаче': 'Completed' },
      reopen_final: true,
    });
    const told = async (requisites: Record<string, string>) => {
      await tell(connection, says(id, requisites));
      return (await read(id)).order.status;
    };
    expect(await told({ 'Статуса заказа ИД': 'У-1', 'Статус заказа': '[К] что угодно' })).toBe('Completed');
    expect(await told({ 'Статус заказа': '[К] что угодно' })).toBe('Cancelled');
    expect(await told({ 'Статус заказа': 'Готов к выдаче' })).toBe('Completed');
    expect(await told({ 'Статуса заказа ИД': 'N' })).toBe('Pending');
  });

  test('that nobody has mapped change nothing and are told', async () => {
    const { connection, id } = await known();
    const state = await tell(connection, says(id, { 'Статус заказа': '[Ж] На луне' }));
    expect(state.notes).toEqual([{ code: 'status_unknown', values: { document: String(id), status: '[Ж] На луне' } }]);
    expect((await read(id)).order.status).toBe('Pending');
  });

  test('«Отменен» cancels, and a final order is not opened again without the setting', async () => {
    const { connection, id } = await known();
    await tell(connection, says(id, { Отменен: 'true', 'Статуса заказа ИД': 'N' }));
    expect((await read(id)).order.status).toBe('Cancelled');
    expect(codes(await tell(connection, says(id, { Отменен: 'false', 'Статуса заказа ИД': 'N' })))).toEqual(['final_kept']);
    expect((await read(id)).order.status).toBe('Cancelled');
  });
});

describe('lines', () => {
  test('are taken with quantities, prices and discounts exact to the kopeck', async () => {
    const { connection, id } = await known();
    const chair = itemXml('Стул', '33.3333', '3', '100');
    const state = await tell(connection, { id: String(id), ...goods('390.00', itemXml('Стол', '150.50', '2', '290.00'), chair) });
    expect(codes(state)).toEqual([]);
    const { order, lines } = await read(id);
    expect(order.totalMinor).toBe(39_000);
    expect(lines.map((line) => [line.product, line.quantityMilli, line.priceMinor, line.discountMinor, line.totalMinor])).toEqual([
      ['Стол', 2000, 15_050, 1_100, 29_000],
      ['Стул', 3000, 3_334, 2, 10_000],
    ]);
  });

  test('take the discount of the whole document among them', async () => {
    const { connection, id } = await known();
    await tell(connection, {
      id: String(id),
      ...goods('400.01', itemXml('Стол', '150.50', '2', '301.00'), itemXml('Стул', '100', '1', '100')),
    });
    const { order, lines } = await read(id);
    expect([order.totalMinor, lines.reduce((sum, line) => sum + line.totalMinor, 0)]).toEqual([40_001, 40_001]);
  });

  test('that do not come to the sum are refused with the whole document', async () => {
    const { connection, id } = await known();
    const state = await tell(connection, { id: String(id), ...goods('999.00'), requisites: { 'Статуса заказа ИД': 'F' } });
    expect(state.notes).toEqual([{ code: 'sums_differ', values: { document: String(id), sum: '999', lines: '301.00' } }]);
    expect((await read(id)).order).toMatchObject({ totalMinor: 30_100, status: 'Pending' });
  });

  test('of which one cannot be exact are refused', async () => {
    const { connection, id } = await known();
    expect(codes(await tell(connection, { id: String(id), ...goods('100.01', itemXml('Стол', '30', '3', '100.01')) }))).toEqual([
      'line_inexact',
    ]);
  });

  test('of a paid order wait for a decision, once', async () => {
    const { connection, id } = await known({ policy: 'theirs' });
    await addPayment(systemCtx(), { orderId: id, input: { day: '2026-11-01', amount: 10_000, method: 'cash' } });
    const more = { id: String(id), ...goods('452.00', itemXml('Стол', '150.50', '2', '301.00'), itemXml('Стул', '151', '1', '151')) };
    for (let n = 0; n < 2; n++) expect(codes(await tell(connection, more))).toEqual(['paid_lines_kept']);
    expect((await read(id)).order.totalMinor).toBe(30_100);
    const conflicts = await getEngine().read((tx) => conflictsOfRecord(tx, connection.id, 'order', id));
    expect(conflicts.map(({ state }) => state)).toEqual(['open']);
    expect(JSON.parse(conflicts[0]?.fields ?? '{}')).toMatchObject({
      items: { ours: [{ product: 'Стол' }], theirs: [{}, { product: 'Стул' }] },
    });
  });

  test('that were edited here meanwhile are not written over by what 1C had before', async () => {
    const { connection, id } = await known();
    await editOrder(systemCtx(), { id, input: { items: [{ ...tableItem, quantity: 5000 }] } });
    const state = await tell(connection, { id: String(id), ...goods() });
    expect([codes(state), (await read(id)).order.totalMinor]).toEqual([[], 75_250]);
  });

  test('that have become the same are asked about no longer', async () => {
    const { connection, id } = await known();
    await editOrder(systemCtx(), { id, input: { items: [{ ...tableItem, quantity: 5000 }] } });
    await tell(connection, { id: String(id), ...goods('100.00', itemXml('Стол', '100', '1', '100')) });
    await editOrder(systemCtx(), { id, input: { items: [{ ...tableItem, quantity: 1000, price: 10_000 }] } });
    await tell(connection, { id: String(id), ...goods('100.00', itemXml('Стол', '100', '1', '100')) });
    const [conflict] = await getEngine().read((tx) => conflictsOfRecord(tx, connection.id, 'order', id));
    expect(conflict).toMatchObject({ state: 'decided', policy: 'agreed' });
  });

  test('that a person has let in come in, also into a paid order', async () => {
    const { connection, id } = await known();
    await addPayment(systemCtx(), { orderId: id, input: { day: '2026-11-01', amount: 10_000, method: 'cash' } });
    const theirs = { id: String(id), ...goods('100.00', itemXml('Стол', '100', '1', '100')) };
    await tell(connection, theirs);
    await getEngine().transaction(async (tx) => {
      const [conflict] = await conflictsOfRecord(tx, connection.id, 'order', id);
      const link = (await findLink(tx, connection.id, 'order', id)) as LinkRow;
      const { items } = JSON.parse(conflict?.fields ?? '{}');
      // As a decision about a conflict is stored, see `agreement.ts`.
      const fields = { ...JSON.parse(link.fields), items: items.oursHash, '+items': '', '!items': items.theirsHash };
      await updateLink(tx, link.id, { fields: JSON.stringify(fields) });
    });
    expect(codes(await tell(connection, theirs))).toEqual([]);
    expect((await read(id)).order.totalMinor).toBe(10_000);
  });

  test('that both sides changed are asked about, or taken by the policy', async () => {
    const theirs = goods('100.00', itemXml('Стол', '100', '1', '100'));
    const both = async (policy: string) => {
      const { connection, id } = await known({ policy });
      await editOrder(systemCtx(), { id, input: { items: [{ ...tableItem, quantity: 5000 }] } });
      const state = await tell(connection, { id: String(id), ...theirs });
      const states = (await getEngine().read((tx) => conflictsOfRecord(tx, connection.id, 'order', id))).map((one) => one.state);
      return [codes(state), (await read(id)).order.totalMinor, states];
    };
    expect(await both('ask')).toEqual([['both_changed'], 75_250, ['open']]);
    expect(await both('ours')).toEqual([['both_changed'], 75_250, ['decided']]);
    expect(await both('theirs')).toEqual([[], 10_000, []]);
  });

  test('in another currency are refused', async () => {
    const { connection, id } = await known();
    expect(codes(await tell(connection, { id: String(id), ...goods(), more: '<Валюта>USD</Валюта>' }))).toEqual(['currency_differs']);
  });
});

describe('which order is meant', () => {
  test('an order that was sent and not confirmed is known by our number and its day', async () => {
    const connection = await connect();
    const order = await newOrder();
    await tell(connection, { ...says(order.id, { 'Статуса заказа ИД': 'F' }), day: order.businessDay });
    expect((await read(order.id)).order.status).toBe('Completed');
  });

  test('an order of the same number from another shop is not ours', async () => {
    const connection = await connect();
    const { id } = await newOrder();
    expect(codes(await tell(connection, { ...says(id, { 'Статуса заказа ИД': 'F' }), day: '2007-10-16' }))).toEqual(['order_unsure']);
    expect((await read(id)).order.status).toBe('Pending');
  });

  test('a number that 1C gave itself is not taken for ours', async () => {
    const connection = await connect();
    const { id } = await newOrder();
    const state = await tell(connection, {
      id: 'b1c2-guid',
      number: `НФНФ-${String(id).padStart(6, '0')}`,
      requisites: { Отменен: 'true' },
    });
    expect(codes(state)).toEqual(['new_not_allowed']);
    expect((await read(id)).order.status).toBe('Pending');
  });

  test('our number behind the prefix of the settings is', async () => {
    const connection = await connect({ number_prefix: 'ИМ-' });
    const { id } = await newOrder();
    await tell(connection, { id: '', number: `ИМ-${String(id).padStart(6, '0')}`, requisites: { Отменен: 'true' } });
    expect((await read(id)).order.status).toBe('Cancelled');
  });

  test('the number that 1C gave is kept, and finds the order again', async () => {
    const { connection, id } = await known();
    await tell(connection, says(id, { 'Номер по 1С': 'А%_-7', 'Дата по 1С': '2026-11-12' }));
    const link = await getEngine().read((tx) => findLink(tx, connection.id, 'order', id));
    expect(JSON.parse(link?.told ?? '{}')).toEqual({ number: 'А%_-7', day: '2026-11-12' });
    await tell(connection, { id: '', number: '', requisites: { 'Номер по 1С': 'А%_-7', 'Дата по 1С': '2026-11-12', Отменен: 'true' } });
    expect((await read(id)).order.status).toBe('Cancelled');
  });

  test('an equal version is not read again', async () => {
    const { connection, id } = await known();
    const version = '<НомерВерсии>v1</НомерВерсии>';
    await tell(connection, { ...says(id, { 'Статуса заказа ИД': 'F' }), more: version });
    await editOrder(systemCtx(), { id, input: { status: 'Pending' } });
    const state = await tell(connection, { ...says(id, { Отменен: 'true' }), more: version });
    expect([state.counts.same, (await read(id)).order.status]).toEqual([1, 'Pending']);
  });
});

describe('payments', () => {
  const paid = async (id: number) => {
    const { order, payments } = await read(id);
    return [order.paidMinor, payments.map(({ amountMinor, paidDay, method }) => [amountMinor, paidDay, method])];
  };

  test('a date of payment pays the rest, once', async () => {
    const { connection, id } = await known();
    await addPayment(systemCtx(), { orderId: id, input: { day: '2026-11-01', amount: 10_000, method: 'cash' } });
    for (let n = 0; n < 3; n++)
      await tell(connection, says(id, { 'Дата оплаты по 1С': '2026-11-13T10:00:00', 'Номер оплаты по 1С': 'П-1' }));
    expect(await paid(id)).toEqual([
      30_100,
      [
        [10_000, '2026-11-01', 'cash'],
        [20_100, '2026-11-13', 'bank'],
      ],
    ]);
  });

  for (const empty of ['T', 'Т', '', '0001-01-01T00:00:00']) {
    test(`a date of payment «${empty}» is none`, async () => {
      const { connection, id } = await known();
      await tell(connection, says(id, { 'Дата оплаты по 1С': empty, 'Дата отгрузки по 1С': empty }));
      expect(await paid(id)).toEqual([0, []]);
      expect((await read(id)).order.shippedDay).toBeNull();
    });
  }

  test('what was called paid and is not any more is taken back, and undoing is not overruled', async () => {
    const { connection, id } = await known();
    await tell(connection, says(id, { Оплачен: 'true' }));
    expect((await paid(id))[0]).toBe(30_100);
    await tell(connection, says(id, { Оплачен: 'false', 'Дата оплаты по 1С': 'T' }));
    expect((await paid(id))[0]).toBe(0);
    await tell(connection, says(id, { Оплачен: 'true' }));
    const [payment] = (await read(id)).payments;
    await deletePayment(systemCtx(), { orderId: id, paymentId: payment?.id ?? 0 });
    await tell(connection, says(id, { Оплачен: 'true' }));
    expect((await paid(id))[0]).toBe(0);
  });

  const money = (base: number | string, id: string, sum: string, more = ''): SampleDocument => ({
    id,
    operation: 'Эквайринговая операция',
    day: '2026-11-14',
    sum,
    more: `<Основание>${base}</Основание>${more}`,
  });

  test('two documents are two payments, also when both were entered by hand before', async () => {
    const { connection, id } = await known();
    for (let n = 0; n < 2; n++)
      await addPayment(systemCtx(), { orderId: id, input: { day: '2026-11-14', amount: 10_000, method: 'card' } });
    await tell(connection, money(id, 'h1', '100.00'), money(id, 'h2', '100.00'));
    expect((await paid(id))[0]).toBe(20_000);
    await tell(connection, money(id, 'h3', '100.00'));
    expect((await paid(id))[0]).toBe(30_000);
  });

  test('documents of money add up and are taken in once', async () => {
    const { connection, id } = await known();
    for (let n = 0; n < 2; n++) await tell(connection, money(id, 'p1', '100.00'), money(id, 'p2', '50.50'));
    expect(await paid(id)).toEqual([
      15_050,
      [
        [10_000, '2026-11-14', 'card'],
        [5_050, '2026-11-14', 'card'],
      ],
    ]);
    await tell(connection, money(id, 'p1', '120.00'));
    expect((await paid(id))[0]).toBe(17_050);
    await tell(connection, money(id, 'p1', '120.00', '<ПометкаУдаления>true</ПометкаУдаления>'));
    expect((await paid(id))[0]).toBe(5_050);
    await tell(connection, money(id, 'p2', '50.50', '<Проведен>false</Проведен>'));
    expect((await paid(id))[0]).toBe(0);
  });

  test('a document takes the place of what was derived, and of what was entered by hand', async () => {
    const { connection, id } = await known();
    await tell(connection, says(id, { Оплачен: 'true' }));
    await tell(connection, money(id, 'q1', '200.00'), says(id, { Оплачен: 'true' }));
    expect((await paid(id))[0]).toBe(20_000);
    await addPayment(systemCtx(), { orderId: id, input: { day: '2026-11-14', amount: 1_000, method: 'cash' } });
    await tell(connection, money(id, 'q2', '10.00'));
    expect((await paid(id))[0]).toBe(21_000);
  });

  test('money that goes back is less than nothing', async () => {
    const { connection, id } = await known();
    await tell(connection, { ...money(id, 'r1', '100.00'), operation: 'Возврат наличных денег' });
    expect(await paid(id)).toEqual([-10_000, [[-10_000, '2026-11-14', 'cash']]]);
  });

  test('of an order nobody knows are told', async () => {
    expect(codes(await tell(await connect(), money('no-such', 'x', '1.00')))).toEqual(['order_unknown']);
  });

  test('move with their document to another order', async () => {
    const { connection, id } = await known();
    const other = (await newOrder()).id;
    await sent(connection, other);
    await tell(connection, money(id, 'm1', '10.00'));
    await tell(connection, { ...money(other, 'm1', '10.00'), day: '2026-11-15' });
    expect([(await paid(id))[0], (await paid(other))[0]]).toEqual([0, 1_000]);
  });
});

describe('shipments and deletions', () => {
  const shipped = (base: number, day: string, more = ''): SampleDocument => ({
    id: `s-${day}`,
    operation: 'Отпуск товара',
    day,
    more: `<Основание>${base}</Основание>${more}`,
  });

  test('the last day of several counts, a deleted one is taken back', async () => {
    const { connection, id } = await known();
    await tell(connection, shipped(id, '2026-11-14'), shipped(id, '2026-11-12'));
    expect((await read(id)).order.shippedDay).toBe('2026-11-14');
    await tell(connection, shipped(id, '2026-11-14', '<ПометкаУдаления>true</ПометкаУдаления>'));
    expect((await read(id)).order.shippedDay).toBeNull();
  });

  test('the day of a requisite, and that it is no more', async () => {
    const { connection, id } = await known();
    await tell(connection, says(id, { 'Дата отгрузки по 1С': '12.11.2026 0:00:00' }));
    expect((await read(id)).order.shippedDay).toBe('2026-11-12');
    await tell(connection, says(id, { 'Дата отгрузки по 1С': 'T' }));
    expect((await read(id)).order.shippedDay).toBeNull();
  });

  test('a day nobody knows is today once', async () => {
    const { connection, id } = await known();
    await tell(connection, says(id, { Отгружен: 'true' }));
    expect((await read(id)).order.shippedDay).toBe('2026-11-20');
  });

  test('a deletion mark archives; a person who brings the order back is not overruled', async () => {
    const { connection, id } = await known();
    const mark = says(id, { ПометкаУдаления: 'true' });
    await tell(connection, mark);
    expect((await read(id)).order.deletedAt).not.toBeNull();
    await restoreOrder(systemCtx(), id);
    await tell(connection, mark);
    expect((await read(id)).order.deletedAt).toBeNull();
  });

  test('a mark that was taken off brings it back', async () => {
    const { connection, id } = await known();
    await tell(connection, says(id, { ПометкаУдаления: 'true' }));
    await tell(connection, says(id, { ПометкаУдаления: 'false', Отменен: 'true' }));
    expect((await read(id)).order).toMatchObject({ deletedAt: null, status: 'Cancelled' });
  });
});

describe('orders made in 1C', () => {
  test('are taken over with their client where that is allowed', async () => {
    const connection = await connect({ accept_new: 'yes' });
    const state = await apply(connection, orderOf1c8);
    expect(state).toMatchObject({ counts: { created: 1 }, notes: [] });
    const again = await apply(connection, orderOf1c8);
    expect(again.counts).toMatchObject({ created: 0, same: 1 });
    const changes = await getEngine().read((tx) => changesOfOperations(tx, [state.groupId ?? 0]));
    expect(changes.map(({ change }) => [change.entity, change.action])).toEqual([['client', 'create']]);
    const link = await getEngine().read((tx) => findLinkByRemote(tx, connection.id, 'order', '*5108'));
    const { order, client, lines } = await read(link?.localId ?? 0);
    expect(order).toMatchObject({ totalMinor: 123_450, externalNo: 'НФНФ-000012', businessDay: '2026-11-12', status: 'Pending' });
    expect(client).toMatchObject({ company: 'Ромашка', inn: '7707083893', email: 'info@example.com', mobilePhone: '+74951234567' });
    expect(lines).toMatchObject([{ product: 'Стол & стул', sku: 'СТ-1', unit: 'кг', quantityMilli: 1500, vatRate: null }]);
  });

  test('are for the client who has the taxpayer number', async () => {
    const connection = await connect({ accept_new: true });
    const party = '<Контрагент><Ид>k9</Ид><Наименование>Лес</Наименование><ИНН>7736207543</ИНН></Контрагент>';
    await tell(connection, { id: 'n-1', party, ...goods() });
    const link = await getEngine().read((tx) => findLink(tx, connection.id, 'client', clientId));
    expect(link?.remoteId).toBe('k9');
  });

  test('are refused when several clients may be meant, and one by one when they are damaged', async () => {
    const connection = await connect({ accept_new: true });
    for (const name of ['ООО «Два»', 'ООО «Двойник»']) await createClient(systemCtx(), { company: name, inn: '5024002119' });
    const party = '<Контрагент><Ид>d1</Ид><Наименование>Кто-то</Наименование><ИНН>5024002119</ИНН></Контрагент>';
    const nameless = '<Контрагент><Ид>d2</Ид></Контрагент>';
    const state = await tell(
      connection,
      { id: 'd-1', party, ...goods() },
      { id: 'd-2', party: nameless, ...goods() },
      { id: 'd-3', party },
      { id: 'd-4', operation: 'Возврат товара' },
      { id: 'd-5', party: party.replaceAll('d1', 'd5').replace('5024002119', '7714698320'), ...goods() },
    );
    expect(codes(state)).toEqual(['client_several', 'client_unknown', 'order_unknown', 'operation_unknown']);
    expect(state.counts).toMatchObject({ created: 1, skipped: 4 });
  });

  test('bring their payment and their shipment along', async () => {
    const connection = await connect({ accept_new: true });
    const party = '<Контрагент><Ид>e1</Ид><Наименование>Плательщик</Наименование></Контрагент>';
    const whole = {
      id: 'e-1',
      day: '2026-11-12',
      party,
      ...goods(),
      requisites: { 'Дата оплаты по 1С': '2026-11-13', 'Дата отгрузки по 1С': '2026-11-14', 'Статус заказа': '[F] Доставлен' },
    };
    for (let n = 0; n < 2; n++) expect(codes(await tell(connection, whole))).toEqual([]);
    const link = await getEngine().read((tx) => findLinkByRemote(tx, connection.id, 'order', 'e-1'));
    expect((await read(link?.localId ?? 0)).order).toMatchObject({ paidMinor: 30_100, shippedDay: '2026-11-14', status: 'Completed' });
  });

  test('counterparties by themselves become clients where that is allowed', async () => {
    const text = rootXml(
      '<Контрагенты><Контрагент><Ид>f1</Ид><Наименование>Сам по себе</Наименование><ИНН>7714698321</ИНН></Контрагент></Контрагенты>',
    );
    expect((await apply(await connect(), text)).counts).toMatchObject({ created: 0, same: 1 });
    const connection = await connect({ accept_new: true });
    expect((await apply(connection, text)).counts).toMatchObject({ created: 1 });
    expect((await apply(connection, text)).counts).toMatchObject({ created: 0, same: 1 });
  });

  test('are left alone otherwise', async () => {
    expect(codes(await apply(await connect(), orderOf1c8))).toEqual(['new_not_allowed']);
  });
});

test('a file is one group of operations, undone at once', async () => {
  const { connection, id } = await known();
  const second = (await newOrder()).id;
  await sent(connection, second);
  const before = [(await read(id)).order.status, (await read(second)).order.paidMinor];
  const state = await tell(
    connection,
    { id: String(id), ...goods('100.00', itemXml('Стол', '100', '1', '100')), requisites: { Отменен: 'true' } },
    says(second, { Оплачен: 'true', ПометкаУдаления: 'true' }),
  );
  const ids = await getEngine().read((tx) => groupOperationIds(tx, state.groupId ?? 0, Number.MAX_SAFE_INTEGER, 100));
  // Lines and status, the payment, the way into the bin.
  expect(ids.length).toBe(3);
  for (const operationId of ids) await undoOperation(systemCtx(), operationId);
  const after = [await read(id), await read(second)];
  expect([after[0]?.order.status, after[1]?.order.paidMinor]).toEqual(before);
  expect([after[0]?.order.totalMinor, after[1]?.order.deletedAt]).toEqual([30_100, null]);
});

test('a damaged file changes nothing, however far it is whole', async () => {
  const { connection, id } = await known();
  const text = rootXml(documentXml(says(id, { Отменен: 'true' })) + documentXml({ id: 'x', ...goods() }));
  for (const damaged of [text.slice(0, -5), text.replace('</Товары>', ''), `${text}<a/>`]) {
    await expect(apply(connection, damaged)).rejects.toHaveProperty('code');
    expect((await read(id)).order.status).toBe('Pending');
  }
});

test('a file broken off goes on, and what was done is not done again', async () => {
  const { connection, id } = await known();
  const text = rootXml(
    [says(id, { Оплачен: 'true' }), { id: 'b-1', operation: 'Отпуск товара', day: '2026-11-14', more: `<Основание>${id}</Основание>` }]
      .map(documentXml)
      .join(''),
  );
  const first = await apply(connection, text, startState(), { documents: 1 });
  expect(first).toMatchObject({ next: 1, done: false });
  // The note of how far it came was lost.
  const again = await apply(connection, text, startState(), { documents: 1 });
  expect(again.counts.same).toBe(1);
  const last = await apply(connection, text, again);
  expect(last).toMatchObject({ next: 2, done: true });
  expect((await read(id)).payments).toHaveLength(1);
});

test('what is sent and comes back unchanged is no change', async () => {
  const connection = await connect({ accept_new: true, policy: 'theirs' });
  const order = await newOrder([
    { ...tableItem, discount: 333, vat_rate: 2000 },
    { product: 'Доставка', quantity: 1000, price: 50_000 },
    { product: 'Доска', quantity: 1234, price: 999, unit: 'м3' },
  ]);
  await sent(connection, order.id);
  const sending = await loadForSending(getEngine(), connection, [order.id, 999_999]);
  expect(sending).toMatchObject([{ orderId: order.id, version: 1 }]);
  const bytes = writeOrders(
    sending.map(({ document }) => document),
    { schemaVersion: '2.10', encoding: 'windows-1251', made: '2026-11-20T12:00:00' },
  );
  const state = await applyFile({ db: getEngine(), connection, now, requestId: 'test' }, sourceOf(bytes), startState());
  expect(state).toMatchObject({ counts: { same: 1 }, notes: [] });
  expect((await read(order.id)).order.version).toBe(1);
  expect(await loadForSending(getEngine(), connection, [order.id])).toEqual(sending);
});
