import { and, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { deliveries } from '../schema/deliveries';

/** Deliveries that wait or are under way, and those given up. */
export interface DeliveryCounts {
  waiting: number;
  dead: number;
}

/** By connection; those without any are not there. */
export async function countDeliveriesOf(tx: Tx, connectionIds: readonly number[]): Promise<Map<number, DeliveryCounts>> {
  const counts = new Map<number, DeliveryCounts>();
  if (connectionIds.length === 0) return counts;
  const rows = await tx
    .select({ connectionId: deliveries.connectionId, state: deliveries.state, n: sql`count(*)`.mapWith(Number) })
    .from(deliveries)
    .where(and(inArray(deliveries.connectionId, [...connectionIds]), inArray(deliveries.state, ['queued', 'running', 'dead'])))
    .groupBy(deliveries.connectionId, deliveries.state);
  for (const { connectionId, state, n } of rows) {
    const sum = counts.get(connectionId) ?? { waiting: 0, dead: 0 };
    sum[state === 'dead' ? 'dead' : 'waiting'] += n;
    counts.set(connectionId, sum);
  }
  return counts;
}
