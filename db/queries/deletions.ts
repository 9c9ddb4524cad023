import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { changes, operations } from '../schema/journal';

/** Who put these records into the bin, the last time, by their ids. */
export async function deletedBy(tx: Tx, entity: 'order' | 'client', ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: changes.entityId, name: operations.actorName })
    .from(changes)
    .innerJoin(operations, eq(operations.id, changes.operationId))
    .where(and(eq(changes.entity, entity), inArray(changes.entityId, ids), eq(changes.action, 'delete')))
    .orderBy(asc(changes.versionAfter));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
