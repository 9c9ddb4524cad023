import { countClients as countClientRows } from '@/db/queries/client-lists';
import type { Ctx } from '../context';
import { may } from '../permissions';
import type { ClientFilter } from './client-filter';
import { findClients } from './find-clients';

/** How many clients a filter finds; undefined when more than `most`, which bounds the work. */
export async function countClients(ctx: Ctx, filter: ClientFilter, most: number): Promise<number | undefined> {
  may(ctx, 'client.read');
  const count = await ctx.db.read(async (tx) => countClientRows(tx, await findClients(tx, ctx, filter), most + 1));
  return count > most ? undefined : count;
}
