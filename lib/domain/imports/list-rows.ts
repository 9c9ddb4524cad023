import { importRowsAfter, type RowsQuery } from '@/db/queries/imports';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { type ImportRow, readRow } from './import-row';
import type { RowKind } from './schema';

export interface ListRows extends Omit<RowsQuery, 'kinds'> {
  kinds?: readonly RowKind[];
}

/** Rows of an import in the order of the file, after one by its number; empty for an import that is not there. */
export async function listImportRows(ctx: Ctx, id: number, query: ListRows): Promise<ImportRow[]> {
  may(ctx, 'import.write');
  return ctx.db.read(async (tx) => (await importRowsAfter(tx, id, query)).map(readRow));
}
