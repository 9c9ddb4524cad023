import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { type ClientRow, clientTotals } from '@/db/queries/clients';
import { clientsWith, repeatedValues, type SharedKind, valuesInUse } from '@/db/queries/duplicates';
import { type ClientTotals, noTotals } from '../clients/get-client';
import type { Ctx } from '../context';
import { may } from '../permissions';

/** Clients of a group that are shown; a common name may have thousands. */
const shownOfGroup = 10;
/** Values looked at in one go: few at first, for the next page is mostly near; many where most belong to merged clients by now. */
const [firstBatch, lastBatch] = [40, 640];

/** A phone or an INN in common: probably one client. A name alone is only a possibility. */
export const sharedKinds: readonly SharedKind[] = ['phone', 'inn', 'name'];

export interface DuplicateClient {
  client: ClientRow;
  totals: ClientTotals;
}

export interface DuplicateGroup {
  /** Everything that all of the shown clients have in common. */
  shared: SharedKind[];
  /** He with the most orders first, then the oldest: the suggested main one leads. */
  clients: DuplicateClient[];
  /** Clients of the group that are not shown. */
  more: number;
}

export interface DuplicatesQuery {
  by: SharedKind;
  /** The value after which to go on. */
  after?: string;
  limit: number;
}

export interface DuplicatesPage {
  groups: DuplicateGroup[];
  /** Ask with this `after` for more; null when there is none. */
  next: string | null;
}

/** The next values that several live clients share, one more than asked for when there are more. */
async function nextValues(tx: Tx, { by, after = '', limit }: DuplicatesQuery) {
  const found = [];
  let from = after;
  for (let batch = firstBatch; found.length <= limit; batch = Math.min(batch * 2, lastBatch)) {
    const repeated = await repeatedValues(tx, by, from, batch);
    found.push(...(await valuesInUse(tx, by, repeated)));
    const last = repeated.at(-1);
    if (last === undefined || repeated.length < batch) break;
    from = last;
    await breathe();
  }
  return found;
}

function sharedBy(clients: readonly ClientRow[]): SharedKind[] {
  const values = { phone: (c: ClientRow) => c.mobilePhone, inn: (c: ClientRow) => c.inn, name: (c: ClientRow) => c.nameKey };
  return sharedKinds.filter((kind) => {
    const [first, ...others] = clients.map(values[kind]);
    return Boolean(first) && others.every((value) => value === first);
  });
}

function byOrders(a: DuplicateClient, b: DuplicateClient): number {
  return b.totals.orders - a.totals.orders || a.client.id - b.client.id;
}

/** Groups of live clients that share a phone, an INN or a full name, by that value; a page of them with their totals. */
export async function listDuplicates(ctx: Ctx, query: DuplicatesQuery): Promise<DuplicatesPage> {
  may(ctx, 'client.read');
  return ctx.db.read(async (tx) => {
    const found = await nextValues(tx, query);
    const values = found.slice(0, query.limit);
    const groups = [];
    for (const { value, clients: count } of values) {
      const clients = await clientsWith(tx, query.by, value, shownOfGroup);
      groups.push({ clients, more: count - clients.length });
    }
    const ids = groups.flatMap(({ clients }) => clients.map(({ id }) => id));
    const totals = new Map(ids.length > 0 ? (await clientTotals(tx, ids)).map((row) => [row.clientId, row]) : []);
    const withTotals = (client: ClientRow) => ({ client, totals: totals.get(client.id) ?? noTotals });
    return {
      groups: groups.map(({ clients, more }) => ({ shared: sharedBy(clients), clients: clients.map(withTotals).sort(byOrders), more })),
      next: found.length > query.limit ? (values.at(-1)?.value ?? null) : null,
    };
  });
}
