import type { Tx } from '@/db/engines/engine';
import { type FullOrder, findOrder } from '@/db/queries/orders';
import { findProduct } from '@/db/queries/products';
import { findLinkByRemote, type LinkRow } from '@/db/queries/taken-links';
import { makeClient } from '../clients/write-client';
import type { Ctx } from '../context';
import { recordChange } from '../journal/record-change';
import { applyOrderInput, changeOrder, makeOrder, moveOrder } from '../orders/write-order';
import { isUnlinked, matchClient } from './match-client';
import { matchOrder } from './match-order';
import { mergeOrder } from './merge-order';
import type { Taken, TakenClient, TakenItem, TakenOrder, TakingNote, TakingRules } from './taken';
import { putConflicts } from './write-conflicts';
import { type Agreed, agreedIn, hashOf, hashOfLines, putLink } from './write-links';
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
  const made = await makeOrder(tx, group.next, input, madeAt);
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

/** An order in the bin is only told of what may bring it back. */
async function edit(
  tx: Tx,
  ctx: Ctx,
  connectionId: number,
  taken: TakenOrder,
  rules: TakingRules,
  found: FullOrder,
  link?: LinkRow,
): Promise<Taken> {
  const at = ctx.now().getTime();
  const merged = mergeOrder(found, taken, rules, { agreed: agreedIn(link), goods: await goodsHere(tx, connectionId, taken.items) });
  const group = new Group(ctx);
  const { agreed, notes } = merged;
  let now = found;
  const inBin = found.order.deletedAt !== null;
  if (inBin && merged.deleted === false && found.client.deletedAt === null) {
    group.add(await recordChange(tx, group.next, 'exchange.restore', [await moveOrder(tx, group.next, found, 'restore')]));
    now = (await findOrder(tx, found.order.id)) ?? found;
  }
  if (now.order.deletedAt === null) {
    const after = await applyOrderInput(tx, now, merged.input);
    const lines = merged.input.items ? after.lines : now.lines;
    const paid = taken.paid
      ? await withDerivedPayment(tx, group.next, { ...now, order: after.order }, taken.paid, { connectionId, agreed })
      : { ...now, order: after.order };
    const changed = await changeOrder(tx, group.next, now, { ...paid, lines });
    const onlyMoney = Object.keys(merged.input).length === 0;
    if (changed.change) group.add(await recordChange(tx, group.next, onlyMoney ? 'exchange.payment' : 'exchange.edit', [changed.change]));
    now = changed.order;
    if (merged.deleted) {
      group.add(await recordChange(tx, group.next, 'exchange.delete', [await moveOrder(tx, group.next, now, 'delete')]));
      now = (await findOrder(tx, found.order.id)) ?? now;
    }
  } else if (taken.deleted !== true) notes.push({ code: 'order_in_bin', values: { number: found.order.id } });
  const values = linkOf(taken, now, link);
  // What could not be written into an order that lies in the bin was not agreed on.
  const fields = now.order.deletedAt === null || merged.deleted ? agreed : { ...agreedIn(link), deleted: agreed.deleted };
  await putConflicts(tx, { connectionId, entity: 'order', localId: now.order.id, remoteId: values.remoteId }, merged.kept, at);
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
  return edit(tx, ctx, connectionId, taken, rules, found, link);
}
