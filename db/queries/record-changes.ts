import { and, desc, eq, gt } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { changes, changeValues, operations } from '../schema/journal';

/** The changes that led a record from a version to the present one, the latest first, and who made them. */
export function changesSince(tx: Tx, entity: string, entityId: number, version: number) {
  return tx
    .select({ json: changeValues.json, at: operations.at, actorId: operations.actorId, actorName: operations.actorName })
    .from(changes)
    .innerJoin(operations, eq(operations.id, changes.operationId))
    .leftJoin(changeValues, eq(changeValues.changeId, changes.id))
    .where(and(eq(changes.entity, entity), eq(changes.entityId, entityId), gt(changes.versionAfter, version)))
    .orderBy(desc(changes.versionAfter));
}
