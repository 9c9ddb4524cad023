import { type ClientRow, clientTotals } from '@/db/queries/clients';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';
import { findMain, loadClient } from './load-client';

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

/** The live client a number leads to, or `not_found`. */
export async function getClient(ctx: Ctx, id: number): Promise<ClientRow> {
  may(ctx, 'client.read');
  return ctx.db.read((tx) => loadClient(tx, id));
}

export interface ClientCard {
  client: ClientRow;
  totals: ClientTotals;
  /** The number that led here, when it is that of a client merged into this one. */
  former: number | null;
}

/**
 * The client a number leads to with its totals, also from the bin (`deletedAt` says so), or `not_found`.
 * `former` is looked at too: whether that number leads to the same client.
 */
export async function getClientCard(ctx: Ctx, id: number, former?: number): Promise<ClientCard> {
  may(ctx, 'client.read');
  return ctx.db.read(async (tx) => {
    const client = await findMain(tx, id);
    if (!client) throw new DomainError('not_found');
    const [row] = await clientTotals(tx, [client.id]);
    const asked = former ?? id;
    const led = asked !== client.id && (await findMain(tx, asked))?.id === client.id;
    return { client, totals: row ?? noTotals, former: led ? asked : null };
  });
}
