import { deletedBy } from '@/db/queries/record-operations';
import type { Ctx } from '../context';
import { may } from '../permissions';

/** Who put these records into the bin, by their ids. */
export async function nameDeleters(ctx: Ctx, entity: 'order' | 'client' | 'product', ids: readonly number[]): Promise<Map<number, string>> {
  may(ctx, 'history.read');
  return ctx.db.read((tx) => deletedBy(tx, entity, [...ids]));
}
