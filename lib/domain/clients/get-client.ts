import { type ClientRow, clientTotals, findClient } from '@/db/queries/clients';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';

export interface ClientTotals {
  orders: number;
  /** Kopecks. */
  totalMinor: number;
  /** Kopecks not yet paid; a cancelled order owes nothing. */
  debtMinor: number;
  /** UTC epoch ms. */
  lastOrderAt: number | null;
}

export const noTotals: ClientTotals = { orders: 0, totalMinor: 0, debtMinor: 0, lastOrderAt: null };

/** A live client, or `not_found`. */
export async function getClient(ctx: Ctx, id: number): Promise<ClientRow> {
  may(ctx, 'client.read');
  return ctx.db.read(async (tx) => {
    const client = await findClient(tx, id);
    if (!client || client.deletedAt !== null) throw new DomainError('not_found');
    return client;
  });
}

/** A client with its totals, also from the bin (`deletedAt` says so), or `not_found`. */
export async function getClientCard(ctx: Ctx, id: number): Promise<{ client: ClientRow; totals: ClientTotals }> {
  may(ctx, 'client.read');
  return ctx.db.read(async (tx) => {
    const client = await findClient(tx, id);
    if (!client) throw new DomainError('not_found');
    const [row] = await clientTotals(tx, [id]);
    return { client, totals: row ?? noTotals };
  });
}
