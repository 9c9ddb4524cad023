import type { Tx } from '@/db/engines/engine';
import { type FullOrder, insertPayment, markPaymentDeleted } from '@/db/queries/orders';
import { actingUser, type Ctx, type Source } from '../context';
import { withPayments } from '../payments/store-payments';
import { hashOf } from './fingerprint';
import type { TakenOrder, TakenPayment } from './taken';
import type { Agreed } from './write-links';

/** By what payments of a connection are known; those behind it are its documents. */
export function paymentKey(source: Source, connectionId: number, remoteId: string): string {
  return `${source}:${connectionId}:${remoteId}`;
}

/** The key of a payment that follows from an order being called paid, until a document of the money comes. */
export function derivedKey(source: Source, connectionId: number, orderId: number): string {
  return paymentKey(source, connectionId, `order-${orderId}:paid`);
}

/** Step: money into an order; the order is not yet stored. */
export async function withPayment(
  tx: Tx,
  ctx: Ctx,
  full: FullOrder,
  money: NonNullable<TakenPayment['money']>,
  externalKey: string,
): Promise<FullOrder> {
  const { day, amountMinor, method, note } = money;
  const payment = await insertPayment(tx, {
    orderId: full.order.id,
    paidDay: day,
    amountMinor,
    method,
    note,
    externalKey,
    createdAt: ctx.now().getTime(),
    createdBy: actingUser(ctx),
    deletedAt: null,
  });
  return withPayments(full, [...full.payments, payment]);
}

/** Step: some payments of an order taken back; the order is not yet stored. */
export async function withoutPayments(tx: Tx, ctx: Ctx, full: FullOrder, ids: readonly number[]): Promise<FullOrder> {
  const own = full.payments.filter(({ id }) => ids.includes(id));
  if (own.length === 0) return full;
  for (const { id } of own) await markPaymentDeleted(tx, id, ctx.now().getTime());
  return withPayments(
    full,
    full.payments.filter((payment) => !own.includes(payment)),
  );
}

/**
 * Step: the rest of an order paid, because the other side calls it paid, or that taken back because it does not any more. Documents of
 * the money say it better: beside one nothing is derived. A person who took the payment back is not overruled by a repetition.
 */
export async function withDerivedPayment(
  tx: Tx,
  ctx: Ctx,
  full: FullOrder,
  paid: NonNullable<TakenOrder['paid']>,
  { connectionId, agreed }: { connectionId: number; agreed: Agreed },
): Promise<FullOrder> {
  const [then, now] = [agreed.paid, hashOf(paid.all)];
  agreed.paid = now;
  const key = derivedKey(ctx.source, connectionId, full.order.id);
  const own = full.payments.filter(({ externalKey }) => externalKey === key);
  if (!paid.all) {
    return withoutPayments(
      tx,
      ctx,
      full,
      own.map(({ id }) => id),
    );
  }
  const documents = full.payments.some(({ externalKey }) => externalKey?.startsWith(paymentKey(ctx.source, connectionId, '')));
  const rest = full.order.totalMinor - full.order.paidMinor;
  if (then === now || documents || rest <= 0) return full;
  return withPayment(tx, ctx, full, { day: paid.day, amountMinor: rest, method: 'bank', note: paid.note }, key);
}
