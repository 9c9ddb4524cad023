import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { clients } from '../schema/clients';
import { changes, changeValues, operations } from '../schema/journal';
import { orders } from '../schema/orders';
import { products } from '../schema/products';

const tables = { order: orders, client: clients, product: products };

/** The numbers of the newest live records, the latest first. */
export async function newestIds(tx: Tx, entity: keyof typeof tables, limit: number): Promise<number[]> {
  const table = tables[entity];
  const rows = await tx.select({ id: table.id }).from(table).where(isNull(table.deletedAt)).orderBy(desc(table.id)).limit(limit);
  return rows.map(({ id }) => id);
}

/** The last change of a record, of that kind where there is one. */
export async function lastChangeOf(tx: Tx, entity: string, entityId: number, action: string) {
  const rows = await tx
    .select({
      operationId: operations.id,
      at: operations.at,
      action: changes.action,
      version: changes.versionAfter,
      json: changeValues.json,
    })
    .from(changes)
    .innerJoin(operations, eq(operations.id, changes.operationId))
    .leftJoin(changeValues, eq(changeValues.changeId, changes.id))
    .where(and(eq(changes.entity, entity), eq(changes.entityId, entityId)))
    .orderBy(desc(changes.versionAfter))
    .limit(50);
  return rows.find((row) => row.action === action) ?? rows[0];
}
