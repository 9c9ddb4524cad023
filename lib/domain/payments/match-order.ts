import type { PayableOrder } from '@/db/queries/payable-orders';

/** Money that came in, as far as it tells what for. */
export interface Incoming {
  /** Kopecks. */
  amount: number;
  /** The payer's taxpayer number; empty when unknown. */
  inn: string;
}

export interface OrderMatch {
  order?: PayableOrder;
  /** Orders it may be for, when it cannot be told. */
  several?: PayableOrder[];
}

const owed = ({ totalMinor, paidMinor }: PayableOrder) => totalMinor - paidMinor;

/** Whether the sum speaks for an order: all of it, or what is still owed. */
function fits({ amount }: Incoming, order: PayableOrder): boolean {
  return amount === owed(order) || amount === order.totalMinor;
}

/** A number that is named may be anybody's: it counts when the payer or the sum agrees. */
function agrees(money: Incoming, order: PayableOrder): boolean {
  return fits(money, order) || (money.inn !== '' && money.inn === order.inn);
}

/**
 * The order that money is for. `named` are the orders whose number it names, `owing` those its payer still owes for: one of the
 * first that the payer or the sum agrees with; or else the only one of the second whose debt is this very sum.
 */
export function matchOrder(money: Incoming, named: readonly PayableOrder[], owing: readonly PayableOrder[]): OrderMatch {
  const agreed = named.filter((order) => agrees(money, order));
  const [only, ...others] = agreed;
  if (only && others.length === 0) return { order: only };
  if (agreed.length > 1) return { several: agreed };
  const exact = owing.filter((order) => owed(order) === money.amount);
  const [one, ...more] = exact;
  if (one && more.length === 0) return { order: one };
  const several = exact.length > 0 ? exact : owing;
  return several.length > 0 ? { several: [...several] } : {};
}
