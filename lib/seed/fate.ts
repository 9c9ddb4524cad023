import type { OrderInput, OrderStatus } from '@/lib/domain/orders/schema';
import type { PaymentInput, PaymentMethod } from '@/lib/domain/payments/schema';
import { addDays } from '@/lib/domain/period';
import type { Random } from './random';

/** The usual one first. */
const methods: PaymentMethod[] = ['bank', 'card', 'cash', 'other'];

/** What has become of an order that is `age` days old: old ones are done with, new ones wait. */
export function statusAt(random: Random, age: number): OrderStatus {
  if (random.chance(age > 30 ? 1 : 98 - age * 3)) return 'Pending';
  return random.chance(7) ? 'Cancelled' : 'Completed';
}

/** A day after the order's by which it should be paid; half of the orders have none. */
export function dueDay(random: Random, day: string): Pick<OrderInput, 'due_day'> {
  return { due_day: random.chance(50) ? addDays(day, random.pick([3, 5, 7, 10, 14, 30])) : null };
}

interface Owing {
  status: OrderStatus;
  /** Kopecks. */
  totalMinor: number;
  day: string;
  /** The last day that is told. */
  until: string;
}

/** Money that came for an order: at once, in two parts, in part, not at all; what came for a cancelled one went back. */
export function paymentsOf(random: Random, { status, totalMinor, day, until }: Owing): PaymentInput[] {
  const method = random.pickSkewed(methods);
  const later = (from: string, days: number) => {
    const paid = addDays(from, random.int(0, days));
    return paid < until ? paid : until;
  };
  const first = later(day, 14);
  const part = Math.floor((totalMinor * random.pick([20, 30, 50, 50, 70])) / 100);
  if (part === 0) return [];
  const advance: PaymentInput = { day: first, amount: part, method, note: 'Аванс' };
  const luck = random.int(1, 100);
  if (status === 'Cancelled') {
    return luck > 6 ? [] : [advance, { day: later(first, 10), amount: -part, method, note: 'Возврат' }];
  }
  if (status === 'Pending') return luck > 25 ? [] : [advance];
  if (luck <= 6) return [];
  if (luck <= 11) return [advance];
  if (luck <= 20) return [advance, { day: later(first, 20), amount: totalMinor - part, method, note: '' }];
  return [{ day: first, amount: totalMinor, method, note: '' }];
}
