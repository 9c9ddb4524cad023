import { type HistoryQuery, historyPage } from '@/db/queries/journal';
import type { Ctx } from '../context';
import { sealJournal } from '../journal/seal';
import { may } from '../permissions';
import { entriesOf, type HistoryEntry } from './entry';

export interface HistoryPageResult {
  entries: HistoryEntry[];
  /** Ask with this `beforeSeq` for older ones; null at the beginning of the history. */
  older: number | null;
}

/** What was changed, newest first. All changes of the last operation on a page stand on that page. */
export async function listHistory(ctx: Ctx, query: HistoryQuery): Promise<HistoryPageResult> {
  may(ctx, 'history.read');
  await sealJournal(ctx.db);
  const rows = await ctx.db.read((tx) => historyPage(tx, { ...query, limit: query.limit + 1 }));
  const entries = entriesOf(rows);
  if (entries.length <= query.limit) return { entries, older: null };
  const cut = entries.at(-1)?.seq;
  const whole = entries.filter((entry) => entry.seq !== cut);
  // One operation larger than a page: show its beginning rather than nothing.
  const shown = whole.length > 0 ? whole : entries.slice(0, query.limit);
  return { entries: shown, older: shown.at(-1)?.seq ?? null };
}
