import { countKinds, findImport, type ImportRecord, importsBefore } from '@/db/queries/imports';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';
import { type ImportEntity, type ImportFile, type ImportMapping, importMapping, type RowKind, rowKinds } from './schema';

/** An import as it stands, its JSON read. */
export interface Import extends Omit<ImportRecord, 'entity' | 'reading' | 'mapping'> {
  entity: ImportEntity;
  file: ImportFile;
  mapping: ImportMapping;
}

export interface ImportView extends Import {
  /** Records of the file by what would become, or became, of them; those looked at so far while it is `checking`. */
  counts: Record<RowKind, number>;
  /** Whether the file is a download of our own: then an empty cell clears, otherwise it leaves the value as it is. */
  own: boolean;
}

/** Whether a file carries the numbers and versions of our own downloads. */
export function isOwn({ columns }: ImportMapping): boolean {
  return columns.includes('id') && columns.includes('version');
}

export function readImport({ reading, mapping, ...row }: ImportRecord): Import {
  return {
    ...row,
    entity: row.entity as ImportEntity,
    file: JSON.parse(reading) as ImportFile,
    mapping: importMapping.parse(JSON.parse(mapping)),
  };
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
    return { ...found, counts, own: isOwn(found.mapping) };
  });
}

/** Imports, newest first; `before` is the last id of the page before. */
export async function listImports(ctx: Ctx, { before, limit }: { before?: number; limit: number }): Promise<Import[]> {
  may(ctx, 'import.write');
  return ctx.db.read(async (tx) => (await importsBefore(tx, before ?? Number.MAX_SAFE_INTEGER, limit)).map(readImport));
}
