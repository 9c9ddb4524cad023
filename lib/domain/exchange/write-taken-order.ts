import type { Tx } from '@/db/engines/engine';
import { findLinkByRemote, type LinkRow } from '@/db/queries/links';
import { type FullOrder, findOrder } from '@/db/queries/orders';
import { findProduct } from '@/db/queries/products';
import { makeClient } from '../clients/write-client';
import type { Ctx } from '../context';
import { recordChange } from '../journal/record-change';
import { applyOrderInput, changeOrder, makeOrder, moveOrder } from '../orders/write-order';
import { hashOf } from './fingerprint';
import { isUnlinked, matchClient } from './match-client';
import { matchOrder } from './match-order';
import { type Merged, mergeOrder } from './merge-order';
import type { Taken, TakenClient, TakenItem, TakenOrder, TakingNote, TakingRules } from './taken';
import { putConflicts } from './write-conflicts';
import { type Agreed, agreedIn, hashOfLines, putLink } from './write-links';
import { withDerivedPayment } from './write-taken-money';

/** The operations of one document: the first of a group leads it. */
export class Group {
  first: number | undefined;

  constructor(private readonly ctx: Ctx) {}

  /** The context that the next operation is recorded with. */
  get next(): Ctx {
    return { ...this.ctx, groupId: this.ctx.groupId ?? this.first };
  }

  add(operationId: number): void {
    this.first ??= operationId;
  }
}

const skipped = (code: TakingNote['code'], values?: TakingNote['values']): Taken => ({ outcome: 'skipped', notes: [{ code, values }] });

/** The names that goods of theirs have here, by links. */
async function goodsHere(tx: Tx, connectionId: number, items: readonly TakenItem[] = []): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const remoteId of new Set(items.map((item) => item.remoteId).filter(Boolean))) {
    const link = await findLinkByRemote(tx, connectionId, 'product', remoteId);
    const product = link && (await findProduct(tx, link.localId));
    if (product) names.set(remoteId, product.name);
  }
  return names;
}

function linkOf(taken: TakenOrder, { order }: FullOrder, link: LinkRow | undefined) {
  const told = taken.ownNumber === '' ? undefined : { number: taken.ownNumber, day: taken.ownDay };
  return { localId: order.id, remoteId: link?.remoteId ?? (taken.remoteId || String(order.id)), localVersion: order.version, told };
}

/** Step: whoever a document names, known or new; undefined with a note when that cannot be told. */
export async function clientOf(
  tx: Tx,
  group: Group,
  connectionId: number,
  taken: TakenClient,
): Promise<{ id: number } | { note: TakingNote }> {
  const match = await matchClient(tx, connectionId, taken);
  if (match === 'several') return { note: { code: 'client_several' } };
  const ctx = group.next;
  const at = ctx.now().getTime();
  const link = async (localId: number) => {
    if (taken.remoteId !== '') await putLink(tx, connectionId, 'client', { localId, remoteId: taken.remoteId }, at);
    return { id: localId };
  };
  if (match !== 'nobody') {
    const { id } = match.client;
    return (await isUnlinked(tx, connectionId, id)) ? link(id) : { id };
  }
  const { client, change } = await makeClient(tx, ctx, taken.input);
  group.add(await recordChange(tx, ctx, 'exchange.create', [change]));
  return link(client.id);
}

async function create(tx: Tx, ctx: Ctx, connectionId: number, taken: TakenOrder): Promise<Taken> {
  if (!taken.items || taken.items.length === 0) return skipped('order_unknown');
  if (!taken.client) return skipped('client_unknown');
  const group = new Group(ctx);
  const client = await clientOf(tx, group, connectionId, taken.client);
  if ('note' in client) return { outcome: 'skipped', notes: [client.note] };
  const goods = await goodsHere(tx, connectionId, taken.items);
  const items = taken.items.map(({ remoteId, ...item }) => ({ ...item, product: goods.get(remoteId) ?? item.product }));
  const { status, description, shippedDay, madeAt } = taken;
  const external_no = (taken.ownNumber || taken.number).slice(0, 60) || null;
  const input = { client: client.id, items, status, description, external_no, shipped_day: shippedDay };
  const made = await makeOrder(tx, group.next, input, { at: madeAt });
  group.add(await recordChange(tx, group.next, 'exchange.create', [made.change]));
  const { order, lines } = made.order;
  const agreed: Agreed = { status: hashOf(order.status), items: hashOfLines(lines), '+items': hashOf(taken.items) };
  Object.assign(agreed, { deleted: hashOf(false), shipped: hashOf(order.shippedDay) });
  let full = made.order;
  if (taken.paid) {
    const after = await withDerivedPayment(tx, group.next, full, taken.paid, { connectionId, agreed });
    const paid = await changeOrder(tx, group.next, full, after);
    if (paid.change) group.add(await recordChange(tx, group.next, 'exchange.payment', [paid.change]));
    full = paid.order;
  }
  const link = { ...linkOf(taken, full, undefined), remoteVersion: taken.version, fields: agreed };
  await putLink(tx, connectionId, 'order', link, ctx.now().getTime());
  return { outcome: 'created', notes: [], operationId: group.first };
}

/** An order that the other side brings back out of the bin; any other as it is. */
async function restored(tx: Tx, group: Group, found: FullOrder, { deleted }: Merged): Promise<FullOrder> {
  if (found.order.deletedAt === null || found.client.deletedAt !== null || deleted !== false) return found;
  group.add(await recordChange(tx, group.next, 'exchange.restore', [await moveOrder(tx, group.next, found, 'restore')]));
  return (await findOrder(tx, found.order.id)) ?? found;
}

interface Editing {
  connectionId: number;
  rules: TakingRules;
  found: FullOrder;
  link: LinkRow | undefined;
}

/**
 * Step: a document into an order that is there. Money that it takes back goes first, so that it does not hold the lines; money that it
 * brings comes last, for the sum the lines have by then. In the bin an order is told nothing but what brings it back.
 */
async function edit(tx: Tx, ctx: Ctx, taken: TakenOrder, { connectionId, rules, found, link }: Editing): Promise<Taken> {
  const at = ctx.now().getTime();
  const group = new Group(ctx);
  const then = { agreed: agreedIn(link), goods: await goodsHere(tx, connectionId, taken.items) };
  const before = await restored(tx, group, found, mergeOrder(found, taken, rules, then));
  const { id, deletedAt } = before.order;
  const { paid } = taken;
  const money = (full: FullOrder, agreed: Agreed) =>
    paid ? withDerivedPayment(tx, group.next, full, paid, { connectionId, agreed }) : full;
  const poorer = deletedAt === null && paid?.all === false ? await money(before, then.agreed) : before;
  const merged = mergeOrder(poorer, taken, rules, then);
  const { agreed, notes } = merged;
  let now = before;
  if (deletedAt === null) {
    const { order, lines } = await applyOrderInput(tx, poorer, merged.input);
    const after = paid?.all ? await money({ ...poorer, order }, agreed) : { ...poorer, order };
    const { order: stored, change } = await changeOrder(tx, group.next, before, { ...after, lines });
    const kind = Object.keys(merged.input).length === 0 ? 'exchange.payment' : 'exchange.edit';
    if (change) group.add(await recordChange(tx, group.next, kind, [change]));
    now = stored;
    if (merged.deleted) group.add(await recordChange(tx, group.next, 'exchange.delete', [await moveOrder(tx, group.next, now, 'delete')]));
  } else if (taken.deleted !== true) notes.push({ code: 'order_in_bin', values: { number: id } });
  const values = linkOf(taken, now, link);
  // What could not be written into an order that lies in the bin was not agreed on.
  const fields = deletedAt === null ? agreed : { ...agreedIn(link), deleted: agreed.deleted };
  await putConflicts(tx, { connectionId, entity: 'order', localId: id, remoteId: values.remoteId }, merged, at);
  await putLink(tx, connectionId, 'order', { ...values, fields, ...(notes.length > 0 ? {} : { remoteVersion: taken.version }) }, at);
  return { outcome: group.first === undefined ? 'same' : 'changed', notes, operationId: group.first };
}

/** Step: what a document says about an order, into the order it means, or into a new one where that is allowed. */
export async function takeIntoOrder(tx: Tx, ctx: Ctx, connectionId: number, taken: TakenOrder, rules: TakingRules): Promise<Taken> {
  const { found, link, note } = await matchOrder(tx, connectionId, taken, rules);
  if (note) return { outcome: 'skipped', notes: [note] };
  if (!found) {
    if (taken.deleted) return { outcome: 'same', notes: [] };
    return rules.acceptNew ? create(tx, ctx, connectionId, taken) : skipped('new_not_allowed');
  }
  if (taken.version !== '' && link?.remoteVersion === taken.version) return { outcome: 'same', notes: [] };
  return edit(tx, ctx, taken, { connectionId, rules, found, link });
}
