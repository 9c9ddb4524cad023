import { type inArray, type SQL, sql } from 'drizzle-orm';
import { heldAbout, type TextEntity, textsHolding } from '../dialect/text-index';
import type { Tx } from '../engines/engine';
import { orders } from '../schema/orders';

/** More records than this are not gathered before the list is read: the list is read row by row then, and soon full. */
const maxGathered = 2000;

/** Words looked up in every combination of order and client; further ones are only compared. */
const maxCombined = 3;

/** Whether there are many more texts with these words than are gathered, where the engine cannot find that out on the way. */
async function isCommon(tx: Tx, entity: TextEntity, words: readonly string[], most: number): Promise<boolean> {
  const about = heldAbout(entity, words);
  if (!about) return false;
  const [row] = await tx.select({ about }).from(sql`(select 1) as once`);
  return row !== undefined && row.about > 4 * most;
}

async function idsHolding(tx: Tx, entity: TextEntity, words: readonly string[], most: number): Promise<number[] | undefined> {
  return (await isCommon(tx, entity, words, most)) ? undefined : holding(tx, entity, words, most);
}

async function holding(tx: Tx, entity: TextEntity, words: readonly string[], most: number): Promise<number[] | undefined> {
  const { from, id, where } = textsHolding(entity, words);
  const rows = await tx
    .select({ id })
    .from(from)
    .where(where)
    .limit(most + 1);
  return rows.length > most ? undefined : rows.map((row) => row.id);
}

async function ordersOfClients(tx: Tx, clientIds: number[], most: number): Promise<number[] | undefined> {
  if (clientIds.length === 0) return [];
  const rows = await tx
    .select({ id: orders.id })
    .from(orders)
    .where(inList(orders.clientId, clientIds))
    .limit(most + 1);
  return rows.length > most ? undefined : rows.map((row) => row.id);
}

/** `column in (…)` of any number of ids, which are known to be integers. */
export function inList(column: Parameters<typeof inArray>[0], ids: readonly number[]): SQL {
  return sql`${column} in (${sql.raw(ids.length > 0 ? ids.join(',') : 'null')})`;
}

/** Orders whose own text holds `own` and whose client's text holds `ofClient`, or more of them; undefined when there are too many. */
async function ordersHolding(tx: Tx, own: string[], ofClient: string[], most: number): Promise<number[] | undefined> {
  const byOwn = own.length > 0 ? await idsHolding(tx, 'order', own, most) : undefined;
  if (byOwn || ofClient.length === 0) return byOwn;
  const clientIds = await idsHolding(tx, 'client', ofClient, most);
  return clientIds && ordersOfClients(tx, clientIds, most);
}

/** Every way to share words between an order and its client. */
function sharings(words: readonly string[]): [own: string[], ofClient: string[]][] {
  return Array.from({ length: 2 ** words.length }, (_, bits) => [
    words.filter((_word, at) => bits & (1 << at)),
    words.filter((_word, at) => !(bits & (1 << at))),
  ]);
}

async function gatherOrders(tx: Tx, words: readonly string[], most: number): Promise<number[] | undefined> {
  const found = new Set<number>();
  for (const [own, ofClient] of sharings(words)) {
    const ids = await ordersHolding(tx, own, ofClient, most);
    if (!ids) return undefined;
    for (const id of ids) found.add(id);
  }
  return [...found];
}

/**
 * Orders among which all that hold every word are, each word in the order or in its client; every row must still be compared.
 * Undefined when too many hold them for gathering to be worth it.
 */
export async function orderCandidates(tx: Tx, words: readonly string[], most = maxGathered): Promise<number[] | undefined> {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  for (const word of longestFirst.slice(0, maxCombined)) {
    const ids = await gatherOrders(tx, [word], most);
    if (ids) return ids;
  }
  return words.length > 1 ? gatherOrders(tx, longestFirst.slice(0, maxCombined), most) : undefined;
}

/** Clients whose text holds a needle, by the index alone; undefined when they are too many. */
export async function clientsHolding(tx: Tx, needle: string): Promise<number[] | undefined> {
  return holding(tx, 'client', [needle], maxGathered);
}

/** The same for clients. */
export function clientCandidates(tx: Tx, words: readonly string[], most = maxGathered): Promise<number[] | undefined> {
  return idsHolding(tx, 'client', words, most);
}
