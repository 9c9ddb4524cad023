import type { Ctx } from '../context';
import { may } from '../permissions';
import { type Difference, differenceBetween } from './difference';
import { loadPast } from './load-past';
import type { PastEntity } from './schema';

export interface DifferenceOf {
  entity: PastEntity;
  id: number;
  /** UTC epoch ms. */
  from: number;
  to: number;
}

/** What changed in one record between two moments, on the whole. Throws `not_found`. */
export async function differenceOf(ctx: Ctx, { entity, id, from, to }: DifferenceOf): Promise<Difference> {
  may(ctx, `${entity}.read`);
  return ctx.db.read(async (tx) => {
    const past = await loadPast(tx, entity, id);
    return differenceBetween(entity, await past.at(from), await past.at(to));
  });
}
