import type { ImportRecord } from '@/db/queries/imports';
import type { Ctx } from '@/lib/domain/context';
import type { ImportEntity, ImportReading } from '@/lib/domain/imports/schema';

export interface BeginImport {
  entity: ImportEntity;
  fileName: string;
  content: AsyncIterable<Uint8Array>;
  asked?: ImportReading;
}

/**
 * Takes in a file as it comes, opens it and notes it as an import of state `uploaded`. Throws `import_too_large`,
 * `import_file` with the reason why it cannot be read, and what `startImport` throws; nothing stays behind then.
 */
export declare function beginImport(ctx: Ctx, begin: BeginImport): Promise<ImportRecord>;

/** Opens the file of an import another way. Throws as `beginImport` and `setReading`. */
export declare function changeReading(ctx: Ctx, id: number, asked: ImportReading): Promise<void>;
