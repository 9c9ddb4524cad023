import type { Ctx } from '../context';
import type { FoundFile, ImportMapping, ImportReading } from './schema';

export interface SetReading {
  asked: ImportReading;
  found: FoundFile;
  rows: number;
  guess: ImportMapping;
}

/**
 * A file opened another way: another encoding, delimiter or sheet. What was found in it before is forgotten, and its columns
 * are guessed anew. For pages and API: `changeReading` of `lib/import-files.ts`, which opens the file.
 * Throws `not_found`, `import_state` once it is being applied.
 */
export declare function setReading(ctx: Ctx, id: number, reading: SetReading): Promise<void>;

/**
 * What the columns mean and by what rows find their records; the file is looked through then, from its first row on
 * (`driveImport`). Throws `not_found`, `import_state`, `validation` with the fields `columns` (rules `import_required`,
 * `import_twice`, `import_field`) and `matchBy`.
 */
export declare function setMapping(ctx: Ctx, id: number, mapping: ImportMapping): Promise<void>;
