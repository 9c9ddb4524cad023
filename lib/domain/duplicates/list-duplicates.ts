import { type ClientRow, clientTotals } from '@/db/queries/clients';
import { clientsWith, type SharedKind } from '@/db/queries/duplicates';
import { type ClientTotals, noTotals } from '../clients/get-client';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { nextValues, type SharedQuery } from './shared-values';

/** Clients of a group that are shown; a common name may have thousands. */
const shownOfGroup = 10;

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

export interface DuplicatesPage {
  groups: DuplicateGroup[];
  /** Ask with this `after` for more; null when there is none. */
  next: string | null;
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
export async function listDuplicates(ctx: Ctx, query: SharedQuery): Promise<DuplicatesPage> {
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
