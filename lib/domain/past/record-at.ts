import type { Ctx } from '../context';
import { may } from '../permissions';
import { type PastRecord, placeAt } from './fold';
import { loadPast } from './load-past';
import type { PastEntity } from './schema';

export interface RecordAt {
  entity: PastEntity;
  id: number;
  /** UTC epoch ms. */
  at: number;
}

export interface RecordAtMoment {
  record: PastRecord;
  /** UTC epoch ms. */
  createdAt: number;
  /** When the versions before and after it were made (UTC epoch ms). */
  previous: number | null;
  next: number | null;
}

/** An order or a client, also from the bin, as it was at a moment. Throws `not_found`. */
export async function recordAt(ctx: Ctx, { entity, id, at }: RecordAt): Promise<RecordAtMoment> {
  may(ctx, `${entity}.read`);
  return ctx.db.read(async (tx) => {
    const past = await loadPast(tx, entity, id);
    const record = await past.at(at);
    const place = placeAt(past.steps, at);
    const shown = past.steps[place]?.at ?? 0;
    // Several changes may share a millisecond: only the last of them was ever seen.
    const previous = past.steps.slice(0, Math.max(place, 0)).findLast((step) => step.at < shown);
    const next = past.steps.slice(place + 1).find((step) => step.at > at);
    return { record, createdAt: past.createdAt, previous: previous?.at ?? null, next: next?.at ?? null };
  });
}
