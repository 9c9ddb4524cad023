import type { Tx } from '@/db/engines/engine';
import type { Ctx } from '../context';
import type { Permission } from '../permissions';
import type { ImportEntity, ImportMapping, RowCells, RowChoice, RowDetail, RowKind } from './schema';

/** A record of the file on its way to a verdict. */
export interface FileRecord {
  rowNo: number;
  cells: RowCells;
  /** What the reader has decided; it may change what the record would do, never its kind. */
  choice: RowChoice | null;
}

/** What would become of a record of the file, as far as the file and the database tell. */
export interface Verdict {
  /** `duplicate` here means several records; a double within the file is told by whoever reads the file. */
  kind: RowKind;
  /** The record it means, or would restore; null for a new one. */
  recordId: number | null;
  /** The version the file was exported from. */
  version: number | null;
  detail: RowDetail;
}

/** How planning looks at the database. */
export interface PlanOptions {
  mapping: ImportMapping;
  /**
   * Whether the bin is searched for records: not before a row is written that was new, since nobody has been asked about
   * the bin then. A record named by its number is found there in any case.
   */
  bin: boolean;
}

/** What is done to one record: decided from its verdict and the reader's choice, so that an entity need not know of either. */
export interface ImportStep {
  action: 'create' | 'edit' | 'restore';
  /** Null for `create`. */
  recordId: number | null;
  cells: RowCells;
  mapping: ImportMapping;
  /** Fields to be taken from the file, for `edit` and `restore`; of an order also `items`. */
  fields: readonly string[];
}

/** What an entity knows about its import; everything else is the same for all of them. */
export interface EntityImport {
  entity: ImportEntity;
  /** What applying it needs, beside `import.write`. */
  permission: Permission;
  /** Of each group of fields at least one must be mapped, unless rows carry `id`. */
  required: readonly (readonly string[])[];
  /** Fields that may be filled in where a row is corrected, though no column has them. */
  fillable?: readonly string[];
  /** For a record of several rows of the file: fields of its lines, and whether a row goes on with the record before it. */
  lines?: { fields: readonly string[]; continues: (record: RowCells, next: RowCells['fields']) => boolean };
  /** What tells a record from others within the file: each match key that has a value (`email:ivan@…`), the first one counting. */
  keysOf(cells: RowCells, mapping: ImportMapping): string[];
  /**
   * Looks up, through indexes and for all of these records together, what planning them needs; the verdict of each is
   * then a matter of no further query. Called for a batch of the file, and right before its records are written.
   */
  planner(tx: Tx, records: readonly FileRecord[], options: PlanOptions): Promise<(record: FileRecord) => Verdict>;
  /**
   * Writes one record with its journal entries (kinds `import.create`, `import.edit`, `import.restore`); the first
   * operation's id, or undefined when nothing differed. Throws what the steps of the entity throw. A second operation
   * hangs on `ctx.groupId`, or on the first one when there is no group yet.
   */
  apply(tx: Tx, ctx: Ctx, step: ImportStep): Promise<number | undefined>;
}
