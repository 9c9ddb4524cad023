import { importRowsAfter } from '@/db/queries/imports';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { type ImportRow, readRow } from './import-row';

/** Rows read at a time. */
const batch = 500;

/** Rows that are not taken in, in blocks: errors, doubles that nobody has decided about, and those refused when they were written. */
export async function* badRows(ctx: Ctx, id: number): AsyncGenerator<ImportRow[]> {
  may(ctx, 'import.write');
  for (let after = 0; ; ) {
    const from = after;
    const rows = await ctx.db.read((tx) => importRowsAfter(tx, id, { bad: true, after: from, limit: batch }));
    if (rows.length > 0) yield rows.map(readRow);
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = last.rowNo;
  }
}
