import { connectionsByIds } from '@/db/queries/connections';
import type { Ctx } from '../context';
import { may } from '../permissions';

/** The names of these connections by their ids, also of deleted ones; for the history, which knows the id alone. */
export async function nameConnections(ctx: Ctx, ids: readonly number[]): Promise<Map<number, string>> {
  may(ctx, 'history.read');
  const rows = await ctx.db.read((tx) => connectionsByIds(tx, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
