import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { findClient } from '@/db/queries/clients';
import { lastChangeId, orderIdsOf, ordersNaming } from '@/db/queries/privacy';
import { forgetRunWords } from '../bulk/forget-words';
import { refuseErased } from '../clients/write-client';
import { type Ctx, unit } from '../context';
import { DomainError } from '../errors';
import { forgetImports } from '../imports/forget-imports';
import { stepsOf } from '../past/past-clients';
import { may } from '../permissions';
import { refuseStale } from '../stale';
import { findNaming, lateChanges, samePerson, wordsAbout } from './traces';
import { forgetCalls, forgetSent, writeErasure } from './write-erasure';

export interface EraseClient {
  id: number;
  expectedVersion?: number;
}

export interface Erased {
  id: number;
  /** How many clients, of one person merged from several, and orders were emptied of his data. */
  clients: number;
  orders: number;
  /** sha256 of the attached contents that no order has any more: theirs is the next step. */
  contents: string[];
}

/** Orders read at once. */
const batch = 200;

/** The changes of these orders that hold words about these clients. */
async function orderChanges(tx: Tx, clientIds: number[], orderIds: number[], isTheirs: boolean): Promise<number[]> {
  const found: number[] = [];
  for (let at = 0; at < orderIds.length; at += batch) {
    const steps = await stepsOf(tx, 'order', orderIds.slice(at, at + batch));
    for (const own of steps.values()) found.push(...wordsAbout(clientIds, own, isTheirs));
    await breathe();
  }
  return found;
}

/** Orders that the last changes name these clients in: those written since the journal was read. */
async function namedSince(tx: Tx, clientIds: number[], upTo: number): Promise<number[]> {
  return ordersNaming(tx, clientIds, Math.max(upTo - lateChanges, 0), await lastChangeId(tx));
}

/**
 * Erases a person for good: the client, those merged into him, the words about him in his orders, and all of that in the
 * journal and the search; imports under way end, since their files may hold him. What he bought and paid stays. Throws `not_found`, `stale_version`, `client_erased`.
 */
export async function eraseClient(ctx: Ctx, { id, expectedVersion }: EraseClient): Promise<Erased> {
  may(ctx, 'privacy.erase');
  // Reading the whole journal takes long: before the transaction, which then reads only what has come since.
  const naming = await findNaming(await ctx.db.read((tx) => samePerson(tx, id)), ctx.db);
  const erased = await unit(ctx, async (tx) => {
    const person = await findClient(tx, id);
    if (!person) throw new DomainError('not_found');
    refuseErased(person);
    refuseStale(person, expectedVersion);
    const clientIds = await samePerson(tx, id);
    const clients = [];
    for (const one of clientIds) {
      const client = await findClient(tx, one);
      if (client && client.erasedAt === null) clients.push(client);
    }
    const orderIds = await orderIdsOf(tx, clientIds);
    const own = new Set(orderIds);
    const others = [...naming.orderIds, ...(await namedSince(tx, clientIds, naming.upTo))].filter((order) => !own.has(order));
    const steps = [...(await stepsOf(tx, 'client', clientIds)).values()].flat();
    const changeIds = [
      ...steps.filter(({ fields }) => fields !== null).map((step) => step.id),
      ...(await orderChanges(tx, clientIds, orderIds, true)),
      ...(await orderChanges(tx, clientIds, [...new Set(others)], false)),
    ];
    const contents = await writeErasure(tx, ctx, { clients, orderIds, changeIds });
    await forgetCalls(tx, clientIds, orderIds);
    await forgetSent(tx, clientIds, [...orderIds, ...others]);
    await forgetRunWords(tx);
    await forgetImports(tx, ctx.now().getTime());
    return { id, clients: clients.length, orders: orderIds.length, contents };
  });
  await ctx.db.forget();
  return erased;
}
