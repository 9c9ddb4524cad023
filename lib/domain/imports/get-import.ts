import { countKinds, findImport, importsBefore } from '@/db/queries/imports';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';
import { type Import, readImport } from './import-record';
import { ownMapping, type RowKind, rowKinds } from './schema';

export interface ImportView extends Import {
  /** Records of the file by what would become, or became, of them; those looked at so far while it is `checking`. */
  counts: Record<RowKind, number>;
  /** Whether the file is a download of our own: then an empty cell clears, otherwise it leaves the value as it is. */
  own: boolean;
}

/** An import with what its rows come to. Throws `not_found`. */
export async function getImport(ctx: Ctx, id: number): Promise<ImportView> {
  may(ctx, 'import.write');
  return ctx.db.read(async (tx) => {
    const row = await findImport(tx, id);
    if (!row) throw new DomainError('not_found');
    const found = readImport(row);
    const known = new Map((await countKinds(tx, id)).map(({ kind, n }) => [kind, n]));
    const counts = Object.fromEntries(rowKinds.map((kind) => [kind, known.get(kind) ?? 0])) as Record<RowKind, number>;
    return { ...found, counts, own: ownMapping(found.mapping) };
  });
}

/** Imports, newest first; `before` is the last id of the page before. */
export async function listImports(ctx: Ctx, { before, limit }: { before?: number; limit: number }): Promise<Import[]> {
  may(ctx, 'import.write');
  return ctx.db.read(async (tx) => (await importsBefore(tx, before ?? Number.MAX_SAFE_INTEGER, limit)).map(readImport));
}
