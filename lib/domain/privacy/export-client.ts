import { breathe } from '@/db/engines/breathe';
import { type ClientRow, findClient } from '@/db/queries/clients';
import { type FullOrder, findOrder } from '@/db/queries/orders';
import { type StepRow, stepsOfRecords } from '@/db/queries/past';
import { orderIdsOf } from '@/db/queries/privacy';
import { clientSnapshot } from '../clients/snapshot';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import type { FieldChanges } from '../journal/fields';
import { orderSnapshot } from '../orders/snapshot';
import { stepOf } from '../past/fold';
import { may } from '../permissions';
import { findNaming, samePerson, wordsAbout } from './traces';

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function clientPart(client: ClientRow) {
  const { id, version, createdAt, updatedAt, deletedAt, mergedInto, erasedAt } = client;
  return {
    id,
    version,
    ...clientSnapshot(client),
    created_at: iso(createdAt),
    updated_at: iso(updatedAt),
    deleted_at: iso(deletedAt),
    merged_into: mergedInto,
    erased_at: iso(erasedAt),
  };
}

function orderPart(full: FullOrder) {
  const { id, version, businessDay, createdAt, updatedAt, deletedAt } = full.order;
  const times = { created_at: iso(createdAt), updated_at: iso(updatedAt), deleted_at: iso(deletedAt) };
  return { id, version, business_day: businessDay, ...orderSnapshot(full), ...times };
}

function journalPart({ operationId, at, kind, actor, source, entity, entityId, action, version, json }: StepRow) {
  const fields = json === null ? null : (JSON.parse(json) as FieldChanges);
  return { operation: operationId, at: iso(at), kind, actor, source, entity, id: entityId, action, version, fields };
}

/** Everything the product knows about one person; field names are the API's, money is `1500.00`, times are UTC. */
export interface ClientDocument {
  exported_at: string;
  client: ReturnType<typeof clientPart>;
  /** Clients merged into this one. */
  merged_clients: ReturnType<typeof clientPart>[];
  /** Also from the bin. */
  orders: ReturnType<typeof orderPart>[];
  /** Every change of the clients and their orders, and those of other orders that name them; `fields` null: erased. */
  journal: ReturnType<typeof journalPart>[];
}

/** Records read at once. */
const batch = 100;

/** Reads a long list in pieces, each from a view of its own, so that others get a turn between them. */
async function inPieces<R>(ids: readonly number[], read: (piece: number[]) => Promise<R[]>): Promise<R[]> {
  const found: R[] = [];
  for (let at = 0; at < ids.length; at += batch) {
    found.push(...(await read(ids.slice(at, at + batch))));
    await breathe();
  }
  return found;
}

/** One after another: they share a connection. */
async function eachOf<R>(ids: readonly number[], read: (id: number) => Promise<R | undefined>): Promise<R[]> {
  const found: R[] = [];
  for (const id of ids) {
    const one = await read(id);
    if (one) found.push(one);
  }
  return found;
}

/** The changes of orders that were a client's once, from that time. */
function ofThatTime(clientIds: number[], rows: StepRow[]): StepRow[] {
  return [...new Set(rows.map((row) => row.entityId))].flatMap((id) => {
    const own = rows.filter((row) => row.entityId === id);
    const about = new Set(wordsAbout(clientIds, own.map(stepOf), false));
    return own.filter((row) => about.has(row.changeId));
  });
}

/** Everything about one client, also from the bin, with those merged into him. Throws `not_found`. */
export async function exportClient(ctx: Ctx, id: number): Promise<ClientDocument> {
  may(ctx, 'privacy.erase');
  const { db } = ctx;
  const [client, clientIds] = await db.read(async (tx) => [await findClient(tx, id), await samePerson(tx, id)] as const);
  if (!client) throw new DomainError('not_found');
  const merged = await inPieces(clientIds.slice(1), (piece) => db.read((tx) => eachOf(piece, (one) => findClient(tx, one))));
  const orderIds = await db.read((tx) => orderIdsOf(tx, clientIds));
  const orders = await inPieces(orderIds, (piece) => db.read((tx) => eachOf(piece, (one) => findOrder(tx, one))));
  const own = new Set(orderIds);
  const others = [...(await findNaming(clientIds, db)).orderIds].filter((order) => !own.has(order));
  const changesOf = (entity: string, ids: number[]) => inPieces(ids, (piece) => db.read((tx) => stepsOfRecords(tx, entity, piece)));
  const journal = [
    ...(await changesOf('client', clientIds)),
    ...(await changesOf('order', orderIds)),
    ...ofThatTime(clientIds, await changesOf('order', others)),
  ].sort((a, b) => a.changeId - b.changeId);
  return {
    exported_at: ctx.now().toISOString(),
    client: clientPart(client),
    merged_clients: merged.map(clientPart),
    orders: orders.map(orderPart),
    journal: journal.map(journalPart),
  };
}
