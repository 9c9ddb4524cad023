import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { repeatedValues, type SharedKind, valuesInUse } from '@/db/queries/duplicates';

/** Values looked at in one go: few at first, for the next page is mostly near; many where most belong to merged clients by now. */
const [firstBatch, lastBatch] = [40, 640];

export interface SharedQuery {
  by: SharedKind;
  /** The value after which to go on. */
  after?: string;
  limit: number;
}

/** Step: the next values that several live clients share, one more than asked for when there are more. */
export async function nextValues(tx: Tx, { by, after = '', limit }: SharedQuery) {
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

/** Step: how many values several live clients share; no more than `limit` are counted. */
export async function countShared(tx: Tx, by: SharedKind, limit: number): Promise<number> {
  return Math.min((await nextValues(tx, { by, limit })).length, limit);
}
