import { and, asc, desc, eq, gt, inArray, lt, lte, or, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { clients } from '../schema/clients';
import { changes, changeValues, operations } from '../schema/journal';
import { orders } from '../schema/orders';
import { clientTexts, orderTexts } from '../schema/search';

function selectSteps(tx: Tx) {
  return tx
    .select({
      changeId: changes.id,
      operationId: operations.id,
      entity: changes.entity,
      entityId: changes.entityId,
      action: changes.action,
      version: sql`coalesce(${changes.versionAfter}, 0)`.mapWith(Number),
      kind: operations.kind,
      source: operations.source,
      actorId: operations.actorId,
      actor: operations.actorName,
      at: operations.at,
      json: changeValues.json,
    })
    .from(changes)
    .innerJoin(operations, eq(operations.id, changes.operationId))
    .leftJoin(changeValues, eq(changeValues.changeId, changes.id));
}

export type StepRow = Awaited<ReturnType<typeof selectSteps>>[number];

/** Everything that happened to these records, each one's versions in their order. */
export function stepsOfRecords(tx: Tx, entity: string, ids: number[]): Promise<StepRow[]> {
  return selectSteps(tx)
    .where(and(eq(changes.entity, entity), inArray(changes.entityId, ids)))
    .orderBy(asc(changes.entityId), asc(changes.versionAfter), asc(changes.id));
}

export interface BetweenQuery {
  entity: string;
  /** UTC epoch ms: after the first, up to and including the second. */
  after: number;
  upTo: number;
  /** Only changes before this one. */
  before?: { at: number; changeId: number };
  limit: number;
}

/** Which records were changed between two moments, latest change first. */
export function touchedBetween(tx: Tx, { entity, after, upTo, before, limit }: BetweenQuery) {
  const earlier = before && or(lt(operations.at, before.at), and(eq(operations.at, before.at), lt(changes.id, before.changeId)));
  return tx
    .select({ changeId: changes.id, entityId: changes.entityId, at: operations.at })
    .from(operations)
    .innerJoin(changes, eq(changes.operationId, operations.id))
    .where(
      and(gt(operations.at, after), lte(operations.at, before ? Math.min(upTo, before.at) : upTo), eq(changes.entity, entity), earlier),
    )
    .orderBy(desc(operations.at), desc(changes.id))
    .limit(limit);
}

interface Walk {
  /** UTC epoch ms: only records that existed then. */
  at: number;
  /** Only records after this one in the list. */
  before?: number;
  limit: number;
}

/** Orders that existed at a moment, newest first, also from the bin, with their searched texts. */
export function ordersBefore(tx: Tx, { at, before, limit }: Walk) {
  const after =
    before === undefined
      ? undefined
      : sql`(${orders.createdAt}, ${orders.id}) < (select o.created_at, o.id from orders o where o.id = ${before})`;
  return tx
    .select({ order: orders, text: orderTexts.text })
    .from(orders)
    .leftJoin(orderTexts, eq(orderTexts.orderId, orders.id))
    .where(and(lte(orders.createdAt, at), after))
    .orderBy(desc(orders.createdAt), desc(orders.id))
    .limit(limit);
}

/** The same for clients, by their numbers. */
export function clientsBefore(tx: Tx, { at, before, limit }: Walk) {
  return tx
    .select({ client: clients, text: clientTexts.text })
    .from(clients)
    .leftJoin(clientTexts, eq(clientTexts.clientId, clients.id))
    .where(and(lte(clients.createdAt, at), before === undefined ? undefined : lt(clients.id, before)))
    .orderBy(desc(clients.id))
    .limit(limit);
}

/** These clients, also from the bin, with their searched texts. */
export function clientsWithTexts(tx: Tx, ids: number[]) {
  return tx
    .select({ client: clients, text: clientTexts.text })
    .from(clients)
    .leftJoin(clientTexts, eq(clientTexts.clientId, clients.id))
    .where(inArray(clients.id, ids));
}

export type ClientWithText = Awaited<ReturnType<typeof clientsWithTexts>>[number];
