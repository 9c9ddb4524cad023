import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ctxOf, systemCtx } from '@/lib/testing/people';
import { createClient } from './clients/create-client';
import { deleteClient } from './clients/delete-client';
import { editClient } from './clients/edit-client';
import { getClient, getClientCard } from './clients/get-client';
import { listClients, listClientsWithTotals } from './clients/list-clients';
import { nameClients } from './clients/name-clients';
import { restoreClient } from './clients/restore-client';
import type { Ctx } from './context';
import { isDomainError } from './errors';
import { listChanges } from './history/list-changes';
import { listHistory } from './history/list-history';
import { createOrder } from './orders/create-order';
import { deleteOrder } from './orders/delete-order';
import { editOrder } from './orders/edit-order';
import { getOrder, getOrderCard } from './orders/get-order';
import { listOrders, listOrdersWithSum } from './orders/list-orders';
import { restoreOrder } from './orders/restore-order';
import { countRecords } from './overview/count-records';
import { addPayment } from './payments/add-payment';
import { deletePayment } from './payments/delete-payment';
import { type Role, roles } from './permissions';
import { createReport } from './reports/create-report';
import { deleteReport } from './reports/delete-report';
import { getReport, listReports } from './reports/get-report';
import { editSettings } from './settings/edit-settings';
import { createUser } from './users/create-user';
import { editUser } from './users/edit-user';
import { listUsers } from './users/list-users';
import { changeOwnPassword, setPassword } from './users/set-password';
import { listVerifications } from './verify/list-verifications';

/** An id that no record has: who may is told `not_found`, who may not is told `forbidden` first. */
const id = 999_999;
const page = { sort: 'id' as const, limit: 1 };
const items = [{ product: 'Стол', quantity: 1000, price: 100 }];

const everybody: readonly Role[] = roles;
const writers: readonly Role[] = ['manager', 'admin'];
const admins: readonly Role[] = ['admin'];

const verbs: [name: string, allowed: readonly Role[], call: (ctx: Ctx) => Promise<unknown>][] = [
  ['createClient', writers, (ctx) => createClient(ctx, { company: 'X' })],
  ['editClient', writers, (ctx) => editClient(ctx, { id, input: {} })],
  ['deleteClient', writers, (ctx) => deleteClient(ctx, { id })],
  ['restoreClient', writers, (ctx) => restoreClient(ctx, id)],
  ['getClient', everybody, (ctx) => getClient(ctx, id)],
  ['getClientCard', everybody, (ctx) => getClientCard(ctx, id)],
  ['listClients', everybody, (ctx) => listClients(ctx, page)],
  ['listClientsWithTotals', everybody, (ctx) => listClientsWithTotals(ctx, page)],
  ['nameClients', everybody, (ctx) => nameClients(ctx, [id])],
  ['createOrder', writers, (ctx) => createOrder(ctx, { client: id, items })],
  ['editOrder', writers, (ctx) => editOrder(ctx, { id, input: {} })],
  ['deleteOrder', writers, (ctx) => deleteOrder(ctx, { id })],
  ['restoreOrder', writers, (ctx) => restoreOrder(ctx, id)],
  ['getOrder', everybody, (ctx) => getOrder(ctx, id)],
  ['getOrderCard', everybody, (ctx) => getOrderCard(ctx, id)],
  ['listOrders', everybody, (ctx) => listOrders(ctx, page)],
  ['listOrdersWithSum', everybody, (ctx) => listOrdersWithSum(ctx, page)],
  ['addPayment', writers, (ctx) => addPayment(ctx, { orderId: id, input: { day: '2026-01-01', amount: 1, method: 'cash' } })],
  ['deletePayment', writers, (ctx) => deletePayment(ctx, { orderId: id, paymentId: id })],
  ['countRecords', everybody, (ctx) => countRecords(ctx)],
  ['createReport', writers, (ctx) => createReport(ctx, { period: 'week' })],
  ['deleteReport', writers, (ctx) => deleteReport(ctx, id)],
  ['getReport', everybody, (ctx) => getReport(ctx, id)],
  ['listReports', everybody, (ctx) => listReports(ctx)],
  ['listChanges', everybody, (ctx) => listChanges(ctx, { limit: 1 })],
  ['listHistory', everybody, (ctx) => listHistory(ctx, { limit: 1 })],
  ['listVerifications', admins, (ctx) => listVerifications(ctx, 1)],
  ['editSettings', admins, (ctx) => editSettings(ctx, { input: {} })],
  [
    'createUser',
    admins,
    (ctx) => createUser(ctx, { username: `u${Math.random()}`, password: 'long enough', role: 'viewer', display_name: '' }),
  ],
  ['editUser', admins, (ctx) => editUser(ctx, { id, role: 'viewer' })],
  ['setPassword', admins, (ctx) => setPassword(ctx, { id, password: 'long enough' })],
  ['listUsers', admins, (ctx) => listUsers(ctx)],
  ['changeOwnPassword', everybody, (ctx) => changeOwnPassword(ctx, { current: 'wrong', password: 'long enough' })],
];

async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'allowed';
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return error.code;
  }
}

beforeAll(async () => {
  for (const role of roles) await ctxOf(role);
});

describe.each(verbs)('%s', (_, allowed, call) => {
  test.each(roles)('as %s', async (role) => {
    const answer = await refusal(call(await ctxOf(role)));
    if (allowed.includes(role)) expect(answer).not.toBe('forbidden');
    else expect(answer).toBe('forbidden');
  });

  test('as nobody', async () => {
    expect(await refusal(call({ ...systemCtx(), actor: { type: 'anonymous' } }))).toBe('unauthorized');
  });
});

/** These ask for no right, each for a reason of its own. */
const open = ['createFirstAdmin', 'getSettings', 'hasUsers'];

test('no verb is missing above', () => {
  const root = new URL('.', import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.includes('/') && file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const found = files.flatMap((file) =>
    [...readFileSync(new URL(file, root), 'utf8').matchAll(/^export (?:async )?function (\w+)\((?:ctx: Ctx|db: Engine)\b/gm)].map(
      (match) => match[1] ?? '',
    ),
  );
  const bookkeeping = ['sealJournal', 'foldDayTotals', 'verifyDatabase', 'storeVerification'];
  expect(found.filter((name) => !bookkeeping.includes(name)).sort()).toEqual([...verbs.map(([name]) => name), ...open].sort());
});
