import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { type ClientRow, updateClient } from '@/db/queries/clients';
import { forgetAgreed, forgetExchanged, forgetUnsorted } from '@/db/queries/exchange-privacy';
import { emptyParts, namedContents } from '@/db/queries/order-parts';
import { findOrder } from '@/db/queries/orders';
import { eraseNotes, eraseValues, forgetAnswers, idempotencyRowsAfter } from '@/db/queries/privacy';
import { putClientText } from '@/db/queries/texts';
import { erasedName } from '../clients/client-name';
import { clientText } from '../clients/client-text';
import { clientSnapshot } from '../clients/snapshot';
import { clientDerived, emptyClient } from '../clients/write-client';
import type { Ctx } from '../context';
import type { FieldChanges } from '../journal/fields';
import { type Change, recordChange } from '../journal/record-change';
import { changeOrder } from '../orders/write-order';
import { updated } from '../stale';

/** Rows written or read at once. */
const batch = 200;

/** What became of the fields, and not what they were. */
function untold(fields: FieldChanges): FieldChanges {
  return Object.fromEntries(Object.entries(fields).map(([name, change]) => [name, { old: null, new: change.new }]));
}

/** Step: nothing of a client is left but his number; the change to record. */
async function eraseClientRow(tx: Tx, ctx: Ctx, before: ClientRow): Promise<Change> {
  const at = ctx.now().getTime();
  const values = { ...emptyClient, company: erasedName(before.id) };
  const row = { ...before, ...values, ...clientDerived(values), updatedAt: at, erasedAt: at };
  const client = updated(await updateClient(tx, row));
  await putClientText(tx, client.id, clientText(client));
  const versions = { versionBefore: before.version, versionAfter: client.version };
  // Every field, also one that is empty now: which of them held something is not told either.
  const fields = Object.fromEntries(Object.entries(clientSnapshot(client)).map(([name, value]) => [name, { old: null, new: value }]));
  return { entity: 'client', entityId: client.id, action: 'update', ...versions, fields };
}

interface ErasedWords {
  /** None when there was no word. */
  change: Change | undefined;
  /** The contents that its files had. */
  contents: string[];
}

/** Step: an order without a word about its client, a comment or a file; the change to record. Its sums stay. */
async function eraseOrderWords(tx: Tx, ctx: Ctx, id: number): Promise<ErasedWords> {
  const before = await findOrder(tx, id);
  if (!before) return { change: undefined, contents: [] };
  const order = { ...before.order, description: '' };
  const payments = before.payments.map((payment) => ({ ...payment, note: '' }));
  const { change } = await changeOrder(tx, ctx, before, { ...before, order, payments, comments: [], files: [] });
  await eraseNotes(tx, id);
  const contents = await emptyParts(tx, id, ctx.now().getTime());
  return { change: change && { ...change, fields: untold(change.fields) }, contents };
}

interface Erasure {
  clients: ClientRow[];
  /** Their orders, also from the bin. */
  orderIds: number[];
  /** Changes whose values go. */
  changeIds: number[];
}

/**
 * Step: the data, the journal's values and the searched texts of these clients; one operation that tells none of them. The
 * contents that no file names any more.
 */
export async function writeErasure(tx: Tx, ctx: Ctx, { clients, orderIds, changeIds }: Erasure): Promise<string[]> {
  const contents = new Set<string>();
  const changes: Change[] = [];
  for (const client of clients) changes.push(await eraseClientRow(tx, ctx, client));
  for (const id of orderIds) {
    const erased = await eraseOrderWords(tx, ctx, id);
    if (erased.change) changes.push(erased.change);
    for (const content of erased.contents) contents.add(content);
    await breathe();
  }
  const operationId = await recordChange(tx, ctx, 'privacy.erase', changes);
  for (let at = 0; at < changeIds.length; at += batch) {
    await eraseValues(tx, changeIds.slice(at, at + batch), operationId);
    await breathe();
  }
  const named = await namedContents(tx, [...contents]);
  return [...contents].filter((content) => !named.has(content));
}

/** Step: what was exchanged with other systems about these records; what they have of it is theirs to erase. */
export async function forgetSent(tx: Tx, clientIds: readonly number[], orderIds: readonly number[]): Promise<void> {
  for (const [entity, ids] of [['client', clientIds] as const, ['order', orderIds] as const]) {
    for (let at = 0; at < ids.length; at += batch) {
      await forgetExchanged(tx, entity, ids.slice(at, at + batch));
      await breathe();
    }
  }
  await forgetAgreed(tx, clientIds);
  await forgetUnsorted(tx);
}

/** The record that a kept answer is about: of its path, or of the answer itself. */
function subjectOf({ path, body }: { path: string; body: string }): { entity: string; id: number } {
  const [, entity = '', inPath] = /\/(clients|orders)\/(?:[a-z]+\/?(\d+)?)?/.exec(path) ?? [];
  return { entity, id: Number(inPath ?? /"id":(\d+)/.exec(body)?.[1] ?? 0) };
}

/** Step: kept answers to calls about these records, which hold a digest of what was sent. */
export async function forgetCalls(tx: Tx, clientIds: readonly number[], orderIds: readonly number[]): Promise<void> {
  const ids: Record<string, Set<number>> = { clients: new Set(clientIds), orders: new Set(orderIds) };
  for (let after = 0; ; ) {
    const rows = await idempotencyRowsAfter(tx, after, batch);
    for (const row of rows) {
      const { entity, id } = subjectOf(row);
      if (ids[entity]?.has(id)) await forgetAnswers(tx, [row.id], JSON.stringify({ id }));
    }
    await breathe();
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = last.id;
  }
}
