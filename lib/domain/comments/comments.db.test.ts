import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createEngine, getEngine } from '@/db/client';
import { databaseUrl } from '@/db/dialect/name';
import { orderComments, orderFiles } from '@/db/schema/orders';
import { ctxOf, systemCtx } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import type { Ctx } from '../context';
import { mergeClients } from '../duplicates/merge-clients';
import { isDomainError } from '../errors';
import { addFile } from '../files/add-file';
import { deleteFile } from '../files/delete-file';
import { listHistory } from '../history/list-history';
import { createOrder } from '../orders/create-order';
import { deleteOrder } from '../orders/delete-order';
import { editOrder } from '../orders/edit-order';
import { getOrderCard } from '../orders/get-order';
import { orderSnapshot } from '../orders/snapshot';
import { differenceOf } from '../past/difference-of';
import { recordAt } from '../past/record-at';
import { eraseClient } from '../privacy/erase-client';
import { undoOperation } from '../undo/undo-operation';
import { verifyDatabase } from '../verify/verify-database';
import { addComment } from './add-comment';
import { deleteComment } from './delete-comment';

let clock = Date.UTC(2026, 0, 1, 9);
const now = () => {
  clock += 1000;
  return new Date(clock);
};
const ctx: Ctx = { ...systemCtx(), now };
const pdf = (name: string, sha256 = 'a'.repeat(64)) => ({ name, type: 'application/pdf', size: 7, sha256 });

async function newOrder() {
  const client = await createClient(ctx, { company: 'Берег' });
  const { order } = await createOrder(ctx, { client: client.id, items: [{ product: 'Стол', quantity: 1000, price: 100 }] });
  return { client: client.id, order: order.id };
}

async function lastOperation(order: number): Promise<number> {
  return (await listHistory(ctx, { entity: 'order', entityId: order, limit: 1 })).entries[0]?.operation.id ?? 0;
}

const said = async (order: number) => (await getOrderCard(ctx, order)).comments.map(({ text }) => text);
const attached = async (order: number) => (await getOrderCard(ctx, order)).files.map(({ name }) => name);

async function refusal(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'done',
    (error) => (isDomainError(error) ? error.code : Promise.reject(error)),
  );
}

/** On connections of their own: FTS5 checks a long-open reader against what it remembers. */
async function problems(): Promise<string[]> {
  const fresh = createEngine(databaseUrl());
  const found = await verifyDatabase(fresh);
  await fresh.close();
  return found.problems;
}

test('a comment is the author’s to take away, or an administrator’s', async () => {
  const { order } = await newOrder();
  const manager = await ctxOf('manager');
  const first = await addComment(manager, { orderId: order, text: '  Позвонить до обеда ' });
  expect(first.order.version).toBe(2);
  expect(first.comments).toMatchObject([{ text: 'Позвонить до обеда', createdBy: manager.actor.type === 'user' && manager.actor.id }]);
  const own = first.comments[0]?.id ?? 0;
  const admins = (await addComment(await ctxOf('admin'), { orderId: order, text: 'Сделано' })).comments[1]?.id ?? 0;
  expect(await refusal(deleteComment(manager, { orderId: order, commentId: admins }))).toBe('forbidden');
  expect(await refusal(deleteComment(manager, { orderId: order, commentId: own }))).toBe('done');
  expect(await refusal(deleteComment(manager, { orderId: order, commentId: own }))).toBe('not_found');
  expect(await refusal(deleteComment(await ctxOf('admin'), { orderId: order, commentId: admins }))).toBe('done');
  expect(await said(order)).toEqual([]);
});

test('an order without comments and files is recorded as ever', async () => {
  const { order } = await newOrder();
  expect(Object.keys(orderSnapshot(await getOrderCard(ctx, order)))).not.toContain('comments');
  await addComment(ctx, { orderId: order, text: 'Раз' });
  expect(Object.keys(orderSnapshot(await getOrderCard(ctx, order))).at(-1)).toBe('comments');
});

test('comments and files are taken back one by one, whatever came since, and stay as an order is edited', async () => {
  const { order } = await newOrder();
  await addComment(ctx, { orderId: order, text: 'Раз' });
  const first = await lastOperation(order);
  await addComment(ctx, { orderId: order, text: 'Два' });
  await addFile(ctx, { orderId: order, file: pdf('счёт.pdf') });
  await editOrder(ctx, { id: order, input: { description: 'Срочно' } });
  await undoOperation(ctx, first);
  expect(await said(order)).toEqual(['Два']);
  await undoOperation(ctx, await lastOperation(order));
  expect(await said(order)).toEqual(['Раз', 'Два']);
  const { files } = await getOrderCard(ctx, order);
  await deleteFile(ctx, { orderId: order, fileId: files[0]?.id ?? 0 });
  expect(await attached(order)).toEqual([]);
  await undoOperation(ctx, await lastOperation(order));
  expect(await attached(order)).toEqual(['счёт.pdf']);
  expect(await problems()).toEqual([]);
});

test('undoing an order’s creation asks about the comments it has got since', async () => {
  const { order } = await newOrder();
  const creation = await lastOperation(order);
  await addComment(ctx, { orderId: order, text: 'Раз' });
  expect(await refusal(undoOperation(ctx, creation))).toBe('undo_conflict');
});

test('an order in the bin comes back with its comments', async () => {
  const { order } = await newOrder();
  await addComment(ctx, { orderId: order, text: 'Раз' });
  await deleteOrder(ctx, { id: order });
  expect(await refusal(addComment(ctx, { orderId: order, text: 'Два' }))).toBe('not_found');
  await undoOperation(ctx, await lastOperation(order));
  expect(await said(order)).toEqual(['Раз']);
});

test('the time machine knows what was said and attached at a moment, and what came between', async () => {
  const { order } = await newOrder();
  await addComment(ctx, { orderId: order, text: 'Раз' });
  const early = clock;
  await addFile(ctx, { orderId: order, file: pdf('счёт.pdf') });
  const then = await recordAt(ctx, { entity: 'order', id: order, at: early });
  expect(then.record.snapshot).toMatchObject({ comments: [{ text: 'Раз' }], files: null });
  const { fields } = await differenceOf(ctx, { entity: 'order', id: order, from: early, to: clock });
  expect(Object.keys(fields)).toEqual(['files']);
});

test('a merge moves orders with what was said about them', async () => {
  const [main, other] = [await newOrder(), await newOrder()];
  await addComment(ctx, { orderId: other.order, text: 'Раз' });
  await mergeClients(ctx, { main: main.client, other: other.client, take: [] });
  expect(await said(other.order)).toEqual(['Раз']);
  expect(await problems()).toEqual([]);
});

test('an erasure takes words and files, and tells whose content nobody names any more', async () => {
  const [erased, other] = [await newOrder(), await newOrder()];
  const [own, shared] = ['b'.repeat(64), 'c'.repeat(64)];
  const { comments } = await addComment(ctx, { orderId: erased.order, text: 'Живёт на Верхнепышминской' });
  await deleteComment(ctx, { orderId: erased.order, commentId: comments[0]?.id ?? 0 });
  await addComment(ctx, { orderId: erased.order, text: 'Паспорт у Марины' });
  await addFile(ctx, { orderId: erased.order, file: pdf('паспорт.pdf', own) });
  await addFile(ctx, { orderId: erased.order, file: pdf('прайс.pdf', shared) });
  await addFile(ctx, { orderId: other.order, file: pdf('прайс.pdf', shared) });
  expect((await eraseClient(ctx, { id: erased.client })).contents).toEqual([own]);
  expect([await said(erased.order), await attached(erased.order)]).toEqual([[], []]);
  const { entries } = await listHistory(ctx, { entity: 'order', entityId: erased.order, limit: 50 });
  expect(JSON.stringify(entries)).not.toMatch(/Верхнепышминск|Паспорт|паспорт|bbbb/);
  const rows = await getEngine().read(async (tx) => [await tx.select().from(orderComments), await tx.select().from(orderFiles)]);
  expect(JSON.stringify(rows)).not.toMatch(/Верхнепышминск|Паспорт|паспорт|bbbb/);
  expect(await attached(other.order)).toEqual(['прайс.pdf']);
  expect(await problems()).toEqual([]);
});

test('verify finds a comment that the journal does not know, and a content that is not there', async () => {
  const { order } = await newOrder();
  await addComment(ctx, { orderId: order, text: 'Раз' });
  const set = (text: string) =>
    getEngine().transaction((tx) => tx.update(orderComments).set({ text }).where(eq(orderComments.orderId, order)));
  await set('Два');
  expect(await problems()).toEqual([`order ${order}: its comments are not those of the journal`]);
  await set('Раз');
  await addFile(ctx, { orderId: order, file: pdf('нет.pdf', 'd'.repeat(64)) });
  const content = async ({ sha256 }: { sha256: string }) => (sha256.startsWith('d') ? 'missing' : undefined);
  const fresh = createEngine(databaseUrl());
  expect((await verifyDatabase(fresh, { content })).problems).toEqual(['missing']);
  await fresh.close();
});
