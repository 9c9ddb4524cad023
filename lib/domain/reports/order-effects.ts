import type { FieldChanges, Json } from '../journal/fields';
import { parseDecimal } from '../money';
import { placeAt, type Step } from '../past/fold';

/** What orders count in a period, or what a change adds to it. */
export interface PeriodFigures {
  orders: number;
  /** Kopecks. */
  totalMinor: number;
  completed: number;
  cancelled: number;
}

export const noFigures: PeriodFigures = { orders: 0, totalMinor: 0, completed: 0, cancelled: 0 };

export function plus(a: PeriodFigures, b: PeriodFigures): PeriodFigures {
  return {
    orders: a.orders + b.orders,
    totalMinor: a.totalMinor + b.totalMinor,
    completed: a.completed + b.completed,
    cancelled: a.cancelled + b.cancelled,
  };
}

export function minus(a: PeriodFigures, b: PeriodFigures): PeriodFigures {
  return plus(a, { orders: -b.orders, totalMinor: -b.totalMinor, completed: -b.completed, cancelled: -b.cancelled });
}

export function sameFigures(a: PeriodFigures, b: PeriodFigures): boolean {
  return Object.values(minus(a, b)).every((difference) => difference === 0);
}

/** An order as its row stands. */
interface LiveOrder {
  status: string;
  totalMinor: number;
  deletedAt: number | null;
}

/** What an order counts; one in the bin counts nothing. */
export function figuresOfOrder({ status, totalMinor, deletedAt }: LiveOrder): PeriodFigures {
  if (deletedAt !== null) return noFigures;
  return { orders: 1, totalMinor, completed: status === 'Completed' ? 1 : 0, cancelled: status === 'Cancelled' ? 1 : 0 };
}

type Read<V> = (value: Json | undefined) => V | undefined;

const asStatus: Read<string> = (value) => (typeof value === 'string' ? value : undefined);
const asMinor: Read<number> = (value) => (typeof value === 'string' ? parseDecimal(value, 2) : undefined);

/**
 * A field after each step. Where an erased change leaves a gap, the next change that tells closes it; what nobody tells has
 * not changed.
 */
function valuesAfter<V>(steps: readonly Step[], name: string, read: Read<V>, live: V): V[] {
  const told = (fields: FieldChanges | null | undefined, side: 'old' | 'new') => read(fields?.[name]?.[side]);
  const known: (V | undefined)[] = [];
  for (const [at, { action, fields }] of steps.entries()) {
    const after = told(fields, action === 'delete' ? 'old' : 'new');
    const dark = fields === null && (action === 'create' || action === 'update');
    known.push(after ?? (dark ? undefined : known[at - 1]));
  }
  const values: V[] = [];
  let value = live;
  for (let at = steps.length - 1; at >= 0; at--) {
    value = known[at] ?? told(steps[at + 1]?.fields, 'old') ?? value;
    values[at] = value;
  }
  return values;
}

export interface OrderEffects<S extends Step> {
  /** What the order counted at the moment. */
  before: PeriodFigures;
  /** What each later change that changed any figure added. */
  effects: { step: S; effect: PeriodFigures }[];
  /** What it counts after the last of its changes, as the journal tells it. */
  after: PeriodFigures;
}

/**
 * What the changes of an order did to the figures of its day after a moment (the last millisecond that still belongs to what
 * was, UTC). Before its first change there was no order, whatever its date says.
 */
export function orderEffects<S extends Step>(steps: readonly S[], live: LiveOrder, moment: number): OrderEffects<S> {
  const statuses = valuesAfter(steps, 'status', asStatus, live.status);
  const totals = valuesAfter(steps, 'total_price', asMinor, live.totalMinor);
  const place = placeAt(steps, moment);
  let [standing, before, deletedAt] = [noFigures, noFigures, null as number | null];
  const effects: OrderEffects<S>['effects'] = [];
  for (const [at, step] of steps.entries()) {
    if (step.action !== 'update') deletedAt = step.action === 'delete' ? step.at : null;
    const after = figuresOfOrder({ status: statuses[at] ?? live.status, totalMinor: totals[at] ?? live.totalMinor, deletedAt });
    const effect = minus(after, standing);
    standing = after;
    if (at <= place) before = after;
    else if (!sameFigures(effect, noFigures)) effects.push({ step, effect });
  }
  return { before, effects, after: standing };
}
