import { findClient } from '@/db/queries/clients';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { formalName } from './client-name';

/** The names of these clients by their ids, also from the bin; for lists and the history, which know the id alone. */
export async function nameClients(ctx: Ctx, ids: readonly number[]): Promise<Map<number, string>> {
  may(ctx, 'client.read');
  return ctx.db.read(async (tx) => {
    const names = new Map<number, string>();
    for (const id of new Set(ids)) {
      const client = await findClient(tx, id);
      if (client) names.set(id, formalName(client));
    }
    return names;
  });
}
