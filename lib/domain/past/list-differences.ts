import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { touchedBetween } from '@/db/queries/past';
import { formalName } from '../clients/client-name';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { type Difference, differenceBetween } from './difference';
import { loadPast } from './load-past';
import { clientColumns } from './past-clients';
import type { PastEntity } from './schema';

export interface ListDifferences {
  entity: PastEntity;
  /** UTC epoch ms: what was changed after the first moment, up to and including the second. */
  from: number;
  to: number;
  /** The `next` of the page before. */
  before?: DifferenceCursor;
  limit: number;
}

/** The last change that was looked at. */
export interface DifferenceCursor {
  at: number;
  changeId: number;
}

export interface ChangedRecord {
  id: number;
  /** A client's name at the later of the moments; empty for an order. */
  name: string;
  /** Of its last change in that time, UTC epoch ms. */
  at: number;
  difference: Difference;
}

export interface DifferencePage {
  rows: ChangedRecord[];
  next: DifferenceCursor | null;
}

/** Changes looked at for one page, at most. */
const window = 200;
const most = 2_000;

function nameOf(entity: PastEntity, { from, to }: Difference): string {
  if (entity === 'order') return '';
  return formalName(clientColumns((to.existence === 'absent' ? from : to).snapshot));
}

/** The record of a change, if that was its last one in this time: otherwise it stands on an earlier page. */
async function changedRecord(
  tx: Tx,
  { entity, from, to }: ListDifferences,
  change: { entityId: number; at: number; changeId: number },
): Promise<ChangedRecord | undefined> {
  const { entityId: id, at, changeId } = change;
  const past = await loadPast(tx, entity, id);
  const later = past.steps.some((step) => step.at <= to && (step.at > at || (step.at === at && step.id > changeId)));
  if (later) return undefined;
  const difference = differenceBetween(entity, await past.at(from), await past.at(to));
  return difference.action === 'none' ? undefined : { id, name: nameOf(entity, difference), at, difference };
}

/** What was changed in a list between two moments, latest first, each record once with its net difference. */
export async function listDifferences(ctx: Ctx, query: ListDifferences): Promise<DifferencePage> {
  may(ctx, `${query.entity}.read`);
  const { entity, from, to, limit } = query;
  const rows: ChangedRecord[] = [];
  let before = query.before;
  for (let seen = 0; seen < most; ) {
    const touched = await ctx.db.read((tx) => touchedBetween(tx, { entity, after: from, upTo: to, before, limit: window }));
    for (const change of touched) {
      const row = await ctx.db.read((tx) => changedRecord(tx, query, change));
      if (row && rows.push(row) === limit) return { rows, next: { at: change.at, changeId: change.changeId } };
      before = { at: change.at, changeId: change.changeId };
      await breathe();
    }
    if (touched.length < window) return { rows, next: null };
    seen += touched.length;
  }
  return { rows, next: before ?? null };
}
