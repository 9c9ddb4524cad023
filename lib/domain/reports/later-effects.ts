import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { orderDays, ordersWrittenSince } from '@/db/queries/later-changes';
import { stepsOfRecords } from '@/db/queries/past';
import { dayStart } from '../day-start';
import { type Step, stepOf } from '../past/fold';
import { addDays, type DayRange } from '../period';
import { figuresOfOrder, noFigures, orderEffects, type PeriodFigures, plus } from './order-effects';

/** Days looked at in one statement, and orders whose histories are read in one. */
const stretch = 31;
const batch = 200;

interface LaterStep extends Step {
  operationId: number;
  /** Who: the user's number, or the name of a program. */
  who: string;
  name: string;
}

/** What one change of an order added to the figures of its day. */
export interface LaterEffect {
  changeId: number;
  operationId: number;
  /** UTC epoch ms. */
  at: number;
  who: string;
  name: string;
  effect: PeriodFigures;
}

/** What some orders were, what happened to them, and what they are. */
export interface Movement {
  orders: number;
  before: PeriodFigures;
  effects: LaterEffect[];
  /** By the journal, and by the orders themselves. */
  after: PeriodFigures;
  live: PeriodFigures;
}

/** The first moment after a range of days in the organisation's zone, UTC epoch ms. */
export function endOf({ to }: DayRange, timeZone: string): number {
  return dayStart(addDays(to, 1), timeZone);
}

async function stepsOfOrders(tx: Tx, ids: number[]): Promise<Map<number, LaterStep[]>> {
  const steps = new Map<number, LaterStep[]>();
  for (const row of await stepsOfRecords(tx, 'order', ids)) {
    const { operationId, actorId, actor: name } = row;
    const step = { ...stepOf(row), operationId, who: actorId === null ? name : String(actorId), name };
    const own = steps.get(row.entityId);
    if (own) own.push(step);
    else steps.set(row.entityId, [step]);
  }
  return steps;
}

/**
 * Step: the orders of a period that were written since its end (UTC epoch ms), a few at a time with what happened to them.
 * Only these are looked at, whatever else the journal holds.
 */
export async function* movements(tx: Tx, range: DayRange, end: number): AsyncGenerator<Movement> {
  const { first, last } = await orderDays(tx);
  if (first === null || last === null) return;
  const from = [range.from, first].sort().at(-1) ?? first;
  const [to = last] = [range.to, last].sort();
  for (let day = from; day <= to; day = addDays(day, stretch)) {
    const [until = to] = [addDays(day, stretch - 1), to].sort();
    const written = await ordersWrittenSince(tx, { from: day, to: until, since: end });
    for (let at = 0; at < written.length; at += batch) {
      const some = written.slice(at, at + batch);
      const steps = await stepsOfOrders(
        tx,
        some.map(({ id }) => id),
      );
      const movement: Movement = { orders: some.length, before: noFigures, effects: [], after: noFigures, live: noFigures };
      for (const order of some) {
        const told = orderEffects(steps.get(order.id) ?? [], order, end - 1);
        movement.before = plus(movement.before, told.before);
        movement.after = plus(movement.after, told.after);
        movement.live = plus(movement.live, figuresOfOrder(order));
        for (const { step, effect } of told.effects) {
          const { id: changeId, operationId, at, who, name } = step;
          movement.effects.push({ changeId, operationId, at, who, name, effect });
        }
      }
      yield movement;
      await breathe();
    }
    await breathe();
  }
}
