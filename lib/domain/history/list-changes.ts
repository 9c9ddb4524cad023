import { feedPage } from '@/db/queries/journal';
import type { Ctx } from '../context';
import { sealJournal } from '../journal/seal';
import { may } from '../permissions';
import { entriesOf, type HistoryEntry } from './entry';
import { cursorPattern, type FeedInput } from './schema';

export interface ChangeFeedPage {
  changes: HistoryEntry[];
  /** The cursor to ask with next; the same as before when the page is empty. */
  next: string;
  more: boolean;
}

export function cursorOf({ seq, position }: Pick<HistoryEntry, 'seq' | 'position'>): string {
  return `${seq}-${position}`;
}

/** Committed changes after a cursor, oldest first, every one exactly once. An acknowledged write is in the next page. */
export async function listChanges(ctx: Ctx, { after, limit, entity, id }: FeedInput): Promise<ChangeFeedPage> {
  may(ctx, 'history.read');
  await sealJournal(ctx.db);
  const [, seq = '0', position = '-1'] = cursorPattern.exec(after ?? '') ?? [];
  const cursor = { seq: Number(seq), position: Number(position) };
  const rows = await ctx.db.read((tx) => feedPage(tx, { after: cursor, limit: limit + 1, entity, entityId: id }));
  const changes = entriesOf(rows.slice(0, limit));
  const last = changes.at(-1);
  return { changes, next: last ? cursorOf(last) : (after ?? '0-0'), more: rows.length > limit };
}
