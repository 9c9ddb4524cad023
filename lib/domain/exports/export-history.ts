import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { type HistoryQuery, historyPage } from '@/db/queries/journal';
import { readSettings } from '@/db/queries/settings';
import type { Ctx } from '../context';
import { dayStart } from '../day-start';
import { entriesOf, type HistoryEntry } from '../history/entry';
import { sealJournal } from '../journal/seal';
import { addDays } from '../period';
import { may } from '../permissions';
import { blockRows, type Exported, openExport } from './open-export';
import type { ExportWish, HistoryFilter } from './schema';

/** Every operation of every group: a file is read by those who want to know all of it. */
function queryOf({ who, from, to, group, ...rest }: HistoryFilter, timeZone: string): Omit<HistoryQuery, 'limit'> {
  const days = { from: from && dayStart(from, timeZone), to: to && dayStart(addDays(to, 1), timeZone) };
  return { ...rest, actorId: who, group: group ?? 'each', from: days.from || undefined, to: days.to || undefined };
}

/** Newest first; all changes of an operation in one block. */
async function* entryBlocks(tx: Tx, query: Omit<HistoryQuery, 'limit'>): AsyncGenerator<HistoryEntry[]> {
  let limit = blockRows;
  for (let beforeSeq: number | undefined; ; ) {
    const rows = await historyPage(tx, { ...query, beforeSeq, limit });
    const cut = rows.length < limit ? undefined : rows.at(-1)?.seq;
    const whole = cut === undefined ? rows : rows.filter(({ seq }) => seq !== cut);
    if (whole.length > 0) yield entriesOf(whole);
    if (cut === undefined) return;
    // One operation larger than a block is asked for again, whole.
    limit = whole.length > 0 ? blockRows : limit * 4;
    beforeSeq = whole.at(-1)?.seq ?? beforeSeq;
    await breathe();
  }
}

/** The changes of a filter, newest first, as the journal stands at one moment. */
export async function exportHistory(ctx: Ctx, { filter }: ExportWish<HistoryFilter, 'at'>): Promise<Exported<HistoryEntry>> {
  may(ctx, 'history.read');
  await sealJournal(ctx.db);
  return openExport(ctx.db, async (tx) => {
    const { timeZone } = await readSettings(tx);
    return { count: undefined, meant: undefined, blocks: entryBlocks(tx, queryOf(filter, timeZone)) };
  });
}
