import { type DeliveryRow, deliveriesBefore, findDelivery } from '@/db/queries/deliveries';
import type { Problem } from '../connections/schema';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';
import type { DeliveryState } from './schema';

/** A delivery as pages show it. */
export interface Delivery extends Omit<DeliveryRow, 'state' | 'problem' | 'leaseOwner' | 'leaseUntil'> {
  state: DeliveryState;
  /** Of the last attempt. */
  problem: Problem | null;
}

function showDelivery({ leaseOwner: _, leaseUntil: __, ...row }: DeliveryRow): Delivery {
  return { ...row, state: row.state as DeliveryState, problem: row.problem === null ? null : (JSON.parse(row.problem) as Problem) };
}

export interface ListDeliveries {
  connectionId?: number;
  states?: readonly DeliveryState[];
  /** The record they tell of. */
  record?: { entity: 'order' | 'client' | 'product'; id: number };
  /** As `older` gave it. */
  before?: number;
  limit: number;
}

/** Deliveries, newest first; `older` is the `before` of the next page, null on the last one. */
export async function listDeliveries(ctx: Ctx, { limit, ...query }: ListDeliveries): Promise<{ rows: Delivery[]; older: number | null }> {
  may(ctx, 'connection.manage');
  const found = await ctx.db.read((tx) => deliveriesBefore(tx, { ...query, limit: limit + 1 }));
  const rows = found.slice(0, limit).map(showDelivery);
  return { rows, older: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

/** Throws `not_found`. */
export async function getDelivery(ctx: Ctx, id: number): Promise<Delivery> {
  may(ctx, 'connection.manage');
  const row = await ctx.db.read((tx) => findDelivery(tx, id));
  if (!row) throw new DomainError('not_found');
  return showDelivery(row);
}
