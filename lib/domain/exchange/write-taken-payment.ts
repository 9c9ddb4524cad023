import type { Tx } from '@/db/engines/engine';
import { findLink, findLinkByRemote } from '@/db/queries/links';
import { type FullOrder, findOrder, orderOfPayment, paymentsByKey } from '@/db/queries/orders';
import type { Ctx } from '../context';
import { recordChange } from '../journal/record-change';
import { changeOrder } from '../orders/write-order';
import { hashOf } from './fingerprint';
import { matchBase } from './match-order';
import type { Taken, TakenPayment, TakingNote, TakingRules } from './taken';
import { agreedIn, putLink } from './write-links';
import { derivedKey, paymentKey, withoutPayments, withPayment } from './write-taken-money';
import { Group } from './write-taken-order';

const skipped = (code: TakingNote['code'], values?: TakingNote['values']): Taken => ({ outcome: 'skipped', notes: [{ code, values }] });

/** Step: an order with other payments, and its journal entry. */
async function store(tx: Tx, group: Group, before: FullOrder, after: FullOrder): Promise<FullOrder> {
  const { order, change } = await changeOrder(tx, group.next, before, after);
  if (change) group.add(await recordChange(tx, group.next, 'exchange.payment', [change]));
  return order;
}

/** What is derived from an order being called paid goes when a document of the money comes; it may be derived again without one. */
async function withoutDerived(tx: Tx, ctx: Ctx, full: FullOrder, connectionId: number): Promise<FullOrder> {
  const key = derivedKey(ctx.source, connectionId, full.order.id);
  const derived = full.payments.filter(({ externalKey }) => externalKey === key).map(({ id }) => id);
  const link = derived.length > 0 ? await findLink(tx, connectionId, 'order', full.order.id) : undefined;
  if (link?.remoteId) {
    const { paid: _, ...fields } = agreedIn(link);
    await putLink(tx, connectionId, 'order', { localId: link.localId, remoteId: link.remoteId, fields }, ctx.now().getTime());
  }
  return withoutPayments(tx, ctx, full, derived);
}

/** Step: the payment of a document out of the order it stands in by now, when it is not of the order it shall be in. */
async function leaveOther(tx: Tx, group: Group, paymentIds: readonly number[], orderId: number | undefined): Promise<void> {
  for (const id of paymentIds) {
    const other = await orderOfPayment(tx, id);
    const full = other === undefined || other === orderId ? undefined : await findOrder(tx, other);
    if (full) await store(tx, group, full, await withoutPayments(tx, group.next, full, [id]));
  }
}

/** The first of these payments that came from elsewhere and that no other document is: two documents are never one payment. */
async function byHand(tx: Tx, connectionId: number, { source }: Ctx, alike: FullOrder['payments']) {
  const own = paymentKey(source, connectionId, '');
  for (const payment of alike.filter(({ externalKey }) => !externalKey?.startsWith(own))) {
    if (!(await findLink(tx, connectionId, 'payment', payment.id))) return payment;
  }
  return undefined;
}

/**
 * Step: a document about money. It is known by its id, so that a repetition adds nothing; one that was deleted or not posted takes
 * its payment back. Money that somebody has entered by hand – the same sum on the same day – is the same money.
 */
export async function takeMoney(tx: Tx, ctx: Ctx, connectionId: number, taken: TakenPayment, rules: TakingRules): Promise<Taken> {
  const { remoteId, money } = taken;
  const at = ctx.now().getTime();
  const said = hashOf(money ? [money.day, money.amountMinor] : null);
  const link = await findLinkByRemote(tx, connectionId, 'payment', remoteId);
  if (link && agreedIn(link).money === said) return { outcome: 'same', notes: [] };
  const group = new Group(ctx);
  const key = paymentKey(ctx.source, connectionId, remoteId);
  const own = [...new Set([...(await paymentsByKey(tx, key)).map(({ id }) => id), ...(link ? [link.localId] : [])])];
  const agree = (localId: number) => putLink(tx, connectionId, 'payment', { localId, remoteId, fields: { money: said } }, at);
  const done = (): Taken => ({ outcome: group.first === undefined ? 'same' : 'changed', notes: [], operationId: group.first });
  if (!money) {
    await leaveOther(tx, group, own, undefined);
    if (link) await agree(link.localId);
    return done();
  }
  const { found, note } = await matchBase(tx, connectionId, taken.base, rules);
  if (note) return { outcome: 'skipped', notes: [note] };
  if (!found) return skipped('order_unknown');
  if (found.order.deletedAt !== null) return skipped('order_in_bin', { number: found.order.id });
  await leaveOther(tx, group, own, found.order.id);
  const cleared = await withoutDerived(tx, group.next, found, connectionId);
  const same = ({ paidDay, amountMinor }: FullOrder['payments'][number]) => paidDay === money.day && amountMinor === money.amountMinor;
  const stands = cleared.payments.find((payment) => own.includes(payment.id) && same(payment));
  const known = stands ?? (await byHand(tx, connectionId, ctx, cleared.payments.filter(same)));
  const without = await withoutPayments(
    tx,
    group.next,
    cleared,
    cleared.payments.filter(({ id }) => own.includes(id) && id !== known?.id).map(({ id }) => id),
  );
  const after = known ? without : await withPayment(tx, group.next, without, money, key);
  const stored = await store(tx, group, found, after);
  const payment = known ?? stored.payments.find(({ externalKey }) => externalKey === key);
  if (payment) await agree(payment.id);
  return done();
}
