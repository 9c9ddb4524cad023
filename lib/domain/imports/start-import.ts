import { createHash } from 'node:crypto';
import { type ImportRecord, insertImport, lastMapped } from '@/db/queries/imports';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';
import { entityImport } from './entities';
import { type FoundFile, type ImportEntity, type ImportMapping, type ImportReading, importMapping } from './schema';

export interface StartImport {
  entity: ImportEntity;
  fileName: string;
  /** Of the uploaded file, see `lib/files/import-files.ts`. */
  fileKey: string;
  /** Bytes. */
  size: number;
  asked: ImportReading;
  found: FoundFile;
  /** Rows under the header. */
  rows: number;
  /** What the columns seem to mean. */
  guess: ImportMapping;
}

/** What a header row is known by, whatever its case: of one length, since it stands in an index. */
export function headerKeyOf(headers: readonly string[]): string {
  const texts = headers.map((text) => text.trim().toLowerCase());
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}

/** Notes a file that has been received and opened. Its columns mean what they meant in the last one with the same headers. */
export async function startImport(ctx: Ctx, start: StartImport): Promise<ImportRecord> {
  may(ctx, 'import.write');
  may(ctx, entityImport(start.entity).permission);
  const userId = ctx.actor.type === 'user' ? ctx.actor.id : undefined;
  if (userId === undefined) throw new DomainError('unauthorized');
  const headerKey = headerKeyOf(start.found.headers);
  return ctx.db.transaction(async (tx) => {
    const last = await lastMapped(tx, start.entity, headerKey);
    const mapping = last ? importMapping.parse(JSON.parse(last.mapping)) : start.guess;
    const row = await insertImport(tx, {
      entity: start.entity,
      state: 'uploaded',
      fileName: start.fileName,
      fileKey: start.fileKey,
      size: start.size,
      reading: JSON.stringify({ ...start.found, asked: start.asked, made: { created: 0, edited: 0, restored: 0 } }),
      mapping: JSON.stringify(mapping),
      headerKey,
      rowsTotal: start.rows,
      rowsRead: 0,
      cursor: 0,
      toApply: 0,
      applied: 0,
      refused: 0,
      failure: null,
      groupId: null,
      userId,
      source: ctx.source,
      requestId: ctx.requestId,
      createdAt: ctx.now().getTime(),
      finishedAt: null,
    });
    await ctx.beforeCommit?.(tx, row);
    return row;
  });
}
