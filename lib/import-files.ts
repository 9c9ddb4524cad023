import type { ImportRecord } from '@/db/queries/imports';
import type { Ctx } from '@/lib/domain/context';
import { DomainError } from '@/lib/domain/errors';
import { fileName as keptName } from '@/lib/domain/files/schema';
import { entityImport } from '@/lib/domain/imports/entities';
import { getImport } from '@/lib/domain/imports/get-import';
import { type ImportEntity, type ImportMapping, type ImportReading, matchKeys } from '@/lib/domain/imports/schema';
import { setReading } from '@/lib/domain/imports/set-mapping';
import { startImport } from '@/lib/domain/imports/start-import';
import { may } from '@/lib/domain/permissions';
import { ContentTooLarge } from '@/lib/files/content-store';
import { receiveUpload, removeUpload, uploadPath } from '@/lib/files/uploads';
import { guessColumns } from '@/lib/import/header';
import { openTable, type TableFile } from '@/lib/import/table-file';
import { UnreadableFile } from '@/lib/import/unreadable-file';

/** Why a file is refused, as a domain error with its sentence; anything else stays what it is. */
export function fileRefusal(error: unknown): unknown {
  if (error instanceof UnreadableFile) return new DomainError(`file_${error.code}`, { values: { row: error.row ?? 0 } });
  if (error instanceof ContentTooLarge) return new DomainError('file_too_large');
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new DomainError('file_gone');
  return error;
}

async function countRows({ rows }: TableFile): Promise<number> {
  let count = 0;
  for await (const block of rows()) count += block.length;
  if (count === 0) throw new UnreadableFile('empty');
  return count;
}

/** A file opened and read once to its end, so that one that breaks off is refused before anybody works on it. */
async function look(entity: ImportEntity, path: string, fileName: string, asked: ImportReading) {
  try {
    const table = await openTable(path, fileName, asked);
    const rows = await countRows(table);
    const columns = guessColumns(entity, table.found.headers);
    const matchBy = matchKeys[entity].filter((key) => (columns as readonly (string | null)[]).includes(key));
    return { found: table.found, rows, guess: { columns, matchBy } satisfies ImportMapping };
  } catch (error) {
    throw fileRefusal(error);
  }
}

export interface BeginImport {
  entity: ImportEntity;
  fileName: string;
  content: AsyncIterable<Uint8Array>;
  asked?: ImportReading;
}

/**
 * Takes in a file as it comes, opens it and notes it as an import of state `uploaded`. Throws `file_too_large` and the other
 * codes of `FileErrorCode`, and what `startImport` throws; nothing stays behind then.
 */
export async function beginImport(ctx: Ctx, { entity, fileName, content, asked = {} }: BeginImport): Promise<ImportRecord> {
  may(ctx, 'import.write');
  may(ctx, entityImport(entity).permission);
  const { key, size } = await receiveUpload(content).catch((error: unknown) => {
    throw fileRefusal(error);
  });
  try {
    const looked = await look(entity, uploadPath(key), fileName, asked);
    return await startImport(ctx, { entity, fileName: keptName(fileName), fileKey: key, size, asked, ...looked });
  } catch (error) {
    await removeUpload(key);
    throw error;
  }
}

/** Opens the file of an import another way. Throws as `beginImport` and `setReading`. */
export async function changeReading(ctx: Ctx, id: number, asked: ImportReading): Promise<void> {
  const { entity, fileKey, fileName } = await getImport(ctx, id);
  if (fileKey === null) throw new DomainError('import_state');
  await setReading(ctx, id, { asked, ...(await look(entity, uploadPath(fileKey), fileName, asked)) });
}
