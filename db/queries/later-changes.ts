import { and, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { changes, changeValues, operations } from '../schema/journal';
import { orders } from '../schema/orders';
import { only } from './only';

/** The first and the last business day that any order has, also one in the bin; null when there is none. */
export async function orderDays(tx: Tx): Promise<{ first: string | null; last: string | null }> {
  return only(
    await tx
      .select({ first: sql<string | null>`min(${orders.businessDay})`, last: sql<string | null>`max(${orders.businessDay})` })
      .from(orders),
  );
}

export interface WrittenQuery {
  /** Business days, both included. */
  from: string;
  to: string;
  /** UTC epoch ms. */
  since: number;
}

/** Orders of these business days that were written at a moment or after it, also those in the bin. */
export function ordersWrittenSince(tx: Tx, { from, to, since }: WrittenQuery) {
  return tx
    .select({ id: orders.id, status: orders.status, totalMinor: orders.totalMinor, deletedAt: orders.deletedAt })
    .from(orders)
    .where(and(gte(orders.businessDay, from), lte(orders.businessDay, to), gte(orders.updatedAt, since)));
}

/** These changes with their operations and, where they were not erased, their values. */
export function changesByIds(tx: Tx, ids: number[]) {
  return tx
    .select({ change: changes, operation: operations, json: changeValues.json })
    .from(changes)
    .innerJoin(operations, eq(operations.id, changes.operationId))
    .leftJoin(changeValues, eq(changeValues.changeId, changes.id))
    .where(inArray(changes.id, ids));
}
