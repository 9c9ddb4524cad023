import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import type { Ctx } from '../context';

/** Records read at once, and looked at for one page at most. */
const window = 500;
const most = 5_000;

export interface PastPage<R> {
  rows: R[];
  /** Ask with this for the next page; null at the end. */
  next: number | null;
  /** The page ended because enough was looked at, not because it is full. */
  tired: boolean;
}

interface Walk<R> {
  before?: number;
  limit: number;
  /** The next records after one, and where that window ended: fewer than asked at the end. */
  read: (tx: Tx, before: number | undefined, limit: number) => Promise<R[]>;
  fits: (row: R) => boolean;
  idOf: (row: R) => number;
}

/** A page of a list that no index knows: windows are read one after another, and others get a turn between them. */
export async function walkPast<R>(ctx: Ctx, { before, limit, read, fits, idOf }: Walk<R>): Promise<PastPage<R>> {
  const rows: R[] = [];
  let at = before;
  for (let seen = 0; seen < most; ) {
    const found = await ctx.db.read((tx) => read(tx, at, window));
    for (const row of found) {
      if (!fits(row)) continue;
      if (rows.length === limit) return { rows, next: idOf(rows[limit - 1] ?? row), tired: false };
      rows.push(row);
    }
    const last = found.at(-1);
    if (!last || found.length < window) return { rows, next: null, tired: false };
    at = idOf(last);
    seen += found.length;
    await breathe();
  }
  return { rows, next: at ?? null, tired: true };
}

/** Whether every needle stands in one of the texts. */
export function findsAll(words: readonly string[], ...texts: string[]): boolean {
  return words.every((word) => texts.some((text) => text.includes(word)));
}
