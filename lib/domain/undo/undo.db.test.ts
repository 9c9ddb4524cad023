import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEngine, getEngine } from '@/db/client';
import { databaseUrl } from '@/db/dialect/name';
import { countDaysFromOrders, listDayTotals } from '@/db/queries/day-totals';
import { listOrderRows } from '@/db/queries/order-lists';
import { ctxOf, systemCtx } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import { deleteClient } from '../clients/delete-client';
import { editClient } from '../clients/edit-client';
import { getClientCard } from '../clients/get-client';
import { restoreClient } from '../clients/restore-client';
import { clientSnapshot } from '../clients/snapshot';
import type { Ctx } from '../context';
import { mergeClients } from '../duplicates/merge-clients';
import { isDomainError } from '../errors';
import { listChanges } from '../history/list-changes';
import { createOrder } from '../orders/create-order';
import { deleteOrder } from '../orders/delete-order';
import { editOrder } from '../orders/edit-order';
import { getOrderCard } from '../orders/get-order';
import { orderStatuses } from '../orders/schema';
import { orderSnapshot } from '../orders/snapshot';
import { addPayment } from '../payments/add-payment';
import { deletePayment } from '../payments/delete-payment';
import { createReport } from '../reports/create-report';
import { deleteReport } from '../reports/delete-report';
import { getReport } from '../reports/get-report';
import { editSettings } from '../settings/edit-settings';
import { getSettings } from '../settings/get-settings';
import { createUser } from '../users/create-user';
import { editUser } from '../users/edit-user';
import { listUsers } from '../users/list-users';
import { verifyDatabase } from '../verify/verify-database';
import { conflictName, previewUndo, undoOperation } from './undo-operation';

const ctx = systemCtx();
const item = (product: string, quantity = 1000) => ({ product, quantity, price: 10_000 });

/** The id of the last operation. */
async function lastOperation(): Promise<number> {
  const { changes } = await listChanges(ctx, { limit: 1000 });
  let page = { changes, next: '', more: false };
  for (let after: string | undefined; ; after = page.next) {
    page = await listChanges(ctx, { limit: 1000, after });
    if (!page.more) return page.changes.at(-1)?.operation.id ?? 0;
  }
}

async function undoLast(): Promise<number> {
  return (await undoOperation(ctx, await lastOperation())).operationId;
}

async function refusal(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'done',
    (error) => {
      if (isDomainError(error)) return error.code;
      throw error;
    },
  );
}

/** On connections of their own: FTS5 checks a long-open reader against what it remembers. */
async function problemsFound(): Promise<string[]> {
  const fresh = createEngine(databaseUrl());
  const { problems } = await verifyDatabase(fresh);
  await fresh.close();
  return problems;
}

const clientNow = async (id: number) => {
  const { client } = await getClientCard(ctx, id);
  return { ...clientSnapshot(client), deleted: client.deletedAt !== null };
};
const orderNow = async (id: number) => {
  const order = await getOrderCard(ctx, id);
  return { ...orderSnapshot(order), deleted: order.order.deletedAt !== null };
};

async function newOrder(): Promise<{ client: number; order: number }> {
  const client = (await createClient(ctx, { company: 'Берег' })).id;
  return { client, order: (await createOrder(ctx, { client, items: [item('Стол'), item('Стул', 2500)] })).order.id };
}

describe('every kind of operation', () => {
  test('of a client and his orders is taken back, and the taking back too', async () => {
    const { client, order } = await newOrder();
    await addPayment(ctx, { orderId: order, input: { day: '2026-11-05', amount: 5000, method: 'cash' } });
    const before = [await clientNow(client), await orderNow(order)];
    const steps = [
      () => editClient(ctx, { id: client, input: { company: 'Другой', email: 'x@example.ru', mobile_phone: '+79001234567' } }),
      () =>
        editOrder(ctx, {
          id: order,
          input: { items: [item('Шкаф', 1500)], status: 'Completed', due_day: '2026-12-01', external_no: 'А-17' },
        }),
      () => addPayment(ctx, { orderId: order, input: { day: '2026-11-06', amount: 700, method: 'bank' } }),
      async () => deletePayment(ctx, { orderId: order, paymentId: (await getOrderCard(ctx, order)).payments[0]?.id ?? 0 }),
      () => deleteOrder(ctx, { id: order }),
      () => deleteClient(ctx, { id: client, cascade: true }),
    ];
    for (const step of steps) {
      await step();
      const after = [await clientNow(client), await orderNow(order)];
      expect(after).not.toEqual(before);
      await undoLast();
      expect([await clientNow(client), await orderNow(order)]).toEqual(before);
      await undoLast();
      expect([await clientNow(client), await orderNow(order)]).toEqual(after);
      await undoLast();
      expect([await clientNow(client), await orderNow(order)]).toEqual(before);
    }
    const problems = await problemsFound();
    expect(problems).toEqual([]);
  });

  test('a merge is taken back whole, e-mail and orders too, and put back again', async () => {
    const [main, other] = [await newOrder(), await newOrder()];
    await editClient(ctx, { id: other.client, input: { company: 'Второй', email: 'taken@example.ru' } });
    const both = async () => [
      await clientNow(main.client),
      await clientNow(other.client),
      await orderNow(main.order),
      await orderNow(other.order),
    ];
    const before = await both();
    await mergeClients(ctx, { main: main.client, other: other.client, take: ['email', 'company'] });
    const after = await both();
    expect(after[0]).toMatchObject({ company: 'Второй', email: 'taken@example.ru' });
    await undoLast();
    expect(await both()).toEqual(before);
    expect((await getClientCard(ctx, other.client)).client.id).toBe(other.client);
    await undoLast();
    expect(await both()).toEqual(after);
    expect((await getClientCard(ctx, other.client)).client.id).toBe(main.client);
    await undoLast();
    expect(await both()).toEqual(before);
    expect(await problemsFound()).toEqual([]);
  });

  test('of reports, settings and users', async () => {
    const { id } = await createReport(ctx, { period: 'week' });
    await deleteReport(ctx, id);
    await undoLast();
    expect((await getReport(ctx, id)).id).toBe(id);
    const { timeZone } = await getSettings(ctx.db);
    await editSettings(ctx, { input: { time_zone: 'Asia/Omsk' } });
    await undoLast();
    expect((await getSettings(ctx.db)).timeZone).toBe(timeZone);
    const user = await createUser(ctx, { username: 'anna', password: 'long enough', role: 'viewer', display_name: 'Анна' });
    const disabled = async () => (await listUsers(ctx)).find((known) => known.id === user.id)?.disabledAt !== null;
    await undoLast();
    expect(await disabled()).toBe(true);
    await undoLast();
    expect(await disabled()).toBe(false);
    await editUser(ctx, { id: user.id, role: 'manager' });
    await undoLast();
    expect((await listUsers(ctx)).find((known) => known.id === user.id)?.role).toBe('viewer');
  });
});

describe('what has changed since', () => {
  test('is named field by field, and nothing is done until it is chosen about', async () => {
    const { order } = await newOrder();
    await editOrder(ctx, { id: order, input: { status: 'Completed', description: 'первое' } });
    const operation = await lastOperation();
    await editOrder(ctx, { id: order, input: { status: 'Cancelled' } });
    await addPayment(ctx, { orderId: order, input: { day: '2026-11-05', amount: 5000, method: 'cash' } });
    const [step] = (await previewUndo(ctx, operation)).steps;
    expect(step?.conflicts).toMatchObject([
      { field: 'status', reason: 'changed', done: 'Completed', theirs: 'Cancelled', undone: 'Pending' },
    ]);
    expect(await refusal(undoOperation(ctx, operation))).toBe('undo_conflict');
    expect(await orderNow(order)).toMatchObject({ status: 'Cancelled', description: 'первое', paid: '50.00' });
    const [conflict] = step?.conflicts ?? [];
    const name = conflict ? conflictName(conflict) : '';
    expect(await refusal(undoOperation(ctx, operation, { [name]: { taken: 'undone', seen: 'something else' } }))).toBe('undo_conflict');
    await undoOperation(ctx, operation, { [name]: { taken: 'theirs', seen: conflict?.seen ?? '' } });
    expect(await orderNow(order)).toMatchObject({ status: 'Cancelled', description: '', paid: '50.00' });
    await undoLast();
    await undoOperation(ctx, operation, { [name]: { taken: 'undone', seen: conflict?.seen ?? '' } });
    expect(await orderNow(order)).toMatchObject({ status: 'Pending', description: '', paid: '50.00' });
    expect(await refusal(undoOperation(ctx, operation))).toBe('nothing_to_undo');
  });

  test('an e-mail that is taken by now is said, and the client may come back without it', async () => {
    const { id } = await createClient(ctx, { company: 'Первый', email: 'same@example.ru' });
    await deleteClient(ctx, { id });
    const operation = await lastOperation();
    const other = await createClient(ctx, { company: 'Второй', email: 'Same@example.ru' });
    const [step] = (await previewUndo(ctx, operation)).steps;
    const [conflict] = step?.conflicts ?? [];
    expect(conflict).toMatchObject({ field: 'email', reason: 'email_taken', theirs: { id: other.id, name: 'Второй' } });
    const choice = (taken: 'undone' | 'theirs') => ({ [`client.${id}.email`]: { taken, seen: conflict?.seen ?? '' } });
    expect(await refusal(undoOperation(ctx, operation, choice('theirs')))).toBe('nothing_to_undo');
    await undoOperation(ctx, operation, choice('undone'));
    expect(await clientNow(id)).toMatchObject({ deleted: false, email: null, company: 'Первый' });
  });

  test('a new client with orders by now goes with them, or stays', async () => {
    const { id: client } = await createClient(ctx, { company: 'Новый' });
    const operation = await lastOperation();
    const { order } = await createOrder(ctx, { client, items: [item('Стол')] });
    const [step] = (await previewUndo(ctx, operation)).steps;
    expect(step?.conflicts).toMatchObject([{ field: 'record', reason: 'has_orders', theirs: 1 }]);
    const seen = step?.conflicts[0]?.seen ?? '';
    await undoOperation(ctx, operation, { [`client.${client}.record`]: { taken: 'undone', seen } });
    expect([(await clientNow(client)).deleted, (await orderNow(order.id)).deleted]).toEqual([true, true]);
    await undoLast();
    expect([(await clientNow(client)).deleted, (await orderNow(order.id)).deleted]).toEqual([false, false]);
  });

  test('an order comes back with its client, if that is chosen', async () => {
    const { client, order } = await newOrder();
    await deleteOrder(ctx, { id: order });
    const operation = await lastOperation();
    await deleteClient(ctx, { id: client });
    const conflicts = (await previewUndo(ctx, operation)).steps.flatMap((step) => step.conflicts);
    expect(conflicts).toMatchObject([{ reason: 'client_deleted' }]);
    const [conflict] = conflicts;
    const choices = conflict ? { [conflictName(conflict)]: { taken: 'undone' as const, seen: conflict.seen } } : {};
    await undoOperation(ctx, operation, choices);
    expect([(await clientNow(client)).deleted, (await orderNow(order)).deleted]).toEqual([false, false]);
  });

  test('a record deleted meanwhile', async () => {
    const { order } = await newOrder();
    await editOrder(ctx, { id: order, input: { status: 'Completed' } });
    const operation = await lastOperation();
    await deleteOrder(ctx, { id: order });
    const conflicts = (await previewUndo(ctx, operation)).steps.flatMap((step) => step.conflicts);
    expect(conflicts).toMatchObject([{ field: 'record', reason: 'deleted' }]);
    const [conflict] = conflicts;
    await undoOperation(ctx, operation, conflict ? { [conflictName(conflict)]: { taken: 'undone', seen: conflict.seen } } : {});
    expect(await orderNow(order)).toMatchObject({ status: 'Pending', deleted: false });
  });
});

test('a manager takes back what he did himself, an administrator anything, a viewer nothing', async () => {
  const [admin, manager, viewer] = [await ctxOf('admin'), await ctxOf('manager'), await ctxOf('viewer')];
  const { id } = await createClient(admin, { company: 'Начальника' });
  const foreign = await lastOperation();
  expect(await refusal(undoOperation(manager, foreign))).toBe('forbidden');
  expect(await refusal(previewUndo(viewer, foreign))).toBe('forbidden');
  await editClient(manager, { id, input: { company: 'Менеджера' } });
  await undoOperation(manager, await lastOperation());
  await undoOperation(admin, foreign);
  expect((await clientNow(id)).deleted).toBe(true);
  expect(await refusal(undoOperation(admin, 999_999))).toBe('not_found');
});

/** One random act on the first few clients and orders. */
type Act = { kind: number; pick: number; value: number };

async function perform(base: Ctx, { kind, pick, value }: Act, clients: number[], orders: number[]): Promise<void> {
  const client = clients[pick % clients.length] ?? 0;
  const order = orders[pick % (orders.length || 1)] ?? 0;
  const acts: (() => Promise<unknown>)[] = [
    async () => clients.push((await createClient(base, { company: `К${value}`, email: value % 2 ? `e${value}@example.ru` : null })).id),
    () => editClient(base, { id: client, input: { company: `К${value}`, email: value % 3 ? `e${value}@example.ru` : null } }),
    () => deleteClient(base, { id: client, cascade: value % 2 === 0 }),
    () => restoreClient(base, client),
    async () => orders.push((await createOrder(base, { client, items: [item(`Т${value}`), item('Стул', 1500)] })).order.id),
    () => editOrder(base, { id: order, input: { status: orderStatuses[value % 3], client: value % 2 ? client : undefined } }),
    () => editOrder(base, { id: order, input: { items: [item(`Т${value}`, value * 100 + 1)], description: `о${value}` } }),
    () => deleteOrder(base, { id: order }),
    () => addPayment(base, { orderId: order, input: { day: '2026-11-05', amount: value + 1, method: 'cash' } }),
    async () => deletePayment(base, { orderId: order, paymentId: (await getOrderCard(base, order)).payments[0]?.id ?? 0 }),
    () => mergeClients(base, { main: clients[value % clients.length] ?? 0, other: client, take: value % 2 ? ['email', 'company'] : [] }),
    async () => undoOperation(base, Math.max(1, (await lastOperation()) - (value % 4))),
  ];
  await refusal(acts[kind % acts.length]?.() ?? Promise.resolve());
}

test('any sequence of operations, taken back from the last to the first, leaves everything as it was', async () => {
  const act = fc.record({ kind: fc.nat(11), pick: fc.nat(5), value: fc.nat(9) });
  const state = async (clients: number[], orders: number[]) =>
    Promise.resolve([await Promise.all(clients.map(clientNow)), await Promise.all(orders.map(orderNow))]);
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
      const base = (await newOrder()).client;
      const clients = [base, (await createClient(ctx, { company: 'Начало' })).id];
      const orders = [(await createOrder(ctx, { client: base, items: [item('Стол')] })).order.id];
      const [knownClients, knownOrders] = [[...clients], [...orders]];
      const [start, first] = [await state(knownClients, knownOrders), await lastOperation()];
      for (const one of acts) await perform(ctx, one, clients, orders);
      for (let operation = await lastOperation(); operation > first; operation--) {
        const result = await refusal(undoOperation(ctx, operation));
        expect(['done', 'nothing_to_undo']).toContain(result);
      }
      expect(await state(knownClients, knownOrders)).toEqual(start);
      for (const id of clients.slice(knownClients.length)) expect((await clientNow(id)).deleted).toBe(true);
      for (const id of orders.slice(knownOrders.length)) expect((await orderNow(id)).deleted).toBe(true);
    }),
    { numRuns: 25, seed: 6 },
  );
  const problems = await problemsFound();
  expect(problems).toEqual([]);
  await getEngine().read(async (tx) => {
    const totals = (await listDayTotals(tx, {})).filter(({ orders }) => orders !== 0);
    expect(totals).toEqual(await countDaysFromOrders(tx));
    expect((await listOrderRows(tx, { words: [], today: '', sort: 'id', limit: 1 })).length).toBe(1);
  });
});
