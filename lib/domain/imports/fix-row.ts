import type { Ctx } from '../context';
import type { ImportRow } from './import-row';
import type { RowChoice, RowKind } from './schema';

export interface FixCell {
  rowId: number;
  field: string;
  text: string;
  /** Of an order: the row of the file whose line is meant. */
  line?: number;
}

/** Corrects a cell and looks at its record again. Throws `not_found`, `import_state` unless the import is `checked`, `validation`. */
export declare function fixCell(ctx: Ctx, fix: FixCell): Promise<ImportRow>;

/** Decides about one record where there is a choice. Throws `not_found`, `import_state`, `validation`. */
export declare function chooseRow(ctx: Ctx, rowId: number, choice: RowChoice): Promise<ImportRow>;

/**
 * Decides about all records of a kind alike: `{ action }` for doubles and records in the bin; for conflicts `fromFile: ['*']`
 * takes the file's cells, `[]` leaves the system's. How many records it was about.
 */
export declare function chooseAll(ctx: Ctx, id: number, kind: RowKind, choice: RowChoice): Promise<number>;
