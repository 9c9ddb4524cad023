import { type ConflictRow, conflictsOf } from '@/db/queries/conflicts';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { recordName } from './our-record';
import { type ConflictField, type Exchanged, exchanged } from './schema';

/** A conflict as pages show it. */
export interface ConflictView extends Omit<ConflictRow, 'fields' | 'entity'> {
  entity: Exchanged;
  /** What the record goes by here. */
  name: string;
  /** Field to both values. */
  fields: Record<string, ConflictField>;
}

/** Fields changed on both sides, newest first: those that wait (`open`), those decided, or all. */
export async function listConflicts(
  ctx: Ctx,
  { connectionId, ...page }: { connectionId: number; state?: 'open' | 'decided'; before?: number; limit: number },
): Promise<ConflictView[]> {
  may(ctx, 'connection.manage');
  return ctx.db.read(async (tx) => {
    const views: ConflictView[] = [];
    for (const row of await conflictsOf(tx, connectionId, page)) {
      const entity = exchanged.find((known) => known === row.entity) ?? 'client';
      views.push({
        ...row,
        entity,
        name: await recordName(tx, entity, row.localId),
        fields: JSON.parse(row.fields) as Record<string, ConflictField>,
      });
    }
    return views;
  });
}
