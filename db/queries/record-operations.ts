import { and, asc, desc, eq, gt, inArray, lte, ne } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { changes, changeValues, operations } from '../schema/journal';

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

export type LastOperation = Pick<typeof operations.$inferSelect, 'id' | 'actorId' | 'actorName' | 'at'>;

/** The operation that brought a record to its present version, and whose it was. */
export async function lastOperationOf(tx: Tx, entity: string, id: number): Promise<LastOperation | undefined> {
  const [last] = await tx
    .select({ id: operations.id, actorId: operations.actorId, actorName: operations.actorName, at: operations.at })
    .from(changes)
    .innerJoin(operations, eq(operations.id, changes.operationId))
    .where(and(eq(changes.entity, entity), eq(changes.entityId, id)))
    .orderBy(desc(changes.id))
    .limit(1);
  return last;
}

/** The names of the fields that changed after a version of a record; of erased changes none is known. */
export async function fieldsChangedAfter(tx: Tx, entity: string, id: number, version: number): Promise<string[]> {
  const rows = await tx
    .select({ json: changeValues.json })
    .from(changes)
    .innerJoin(changeValues, eq(changeValues.changeId, changes.id))
    .where(and(eq(changes.entity, entity), eq(changes.entityId, id), gt(changes.versionAfter, version)));
  return [...new Set(rows.flatMap(({ json }) => (json === null ? [] : Object.keys(JSON.parse(json) as object))))];
}
