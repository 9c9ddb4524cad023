import { and, asc, desc, eq, inArray, lte, ne } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { changes, operations } from '../schema/journal';

/** Whether a record lay in the bin when it had a version. */
export async function wasBinned(tx: Tx, entity: string, id: number, version: number): Promise<boolean> {
  const [last] = await tx
    .select({ action: changes.action })
    .from(changes)
    .where(and(eq(changes.entity, entity), eq(changes.entityId, id), ne(changes.action, 'update'), lte(changes.versionAfter, version)))
    .orderBy(desc(changes.versionAfter))
    .limit(1);
  return last?.action === 'delete';
}

/** Who put these records into the bin, the last time, by their ids. */
export async function deletedBy(tx: Tx, entity: 'order' | 'client' | 'product', ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: changes.entityId, name: operations.actorName })
    .from(changes)
    .innerJoin(operations, eq(operations.id, changes.operationId))
    .where(and(eq(changes.entity, entity), inArray(changes.entityId, ids), eq(changes.action, 'delete')))
    .orderBy(asc(changes.versionAfter));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
