import { sql } from 'drizzle-orm';
import { check, id, index, instant, int, table, text } from '../dialect/columns';
import { users } from './users';

/** A change of many records, one operation each: how far it has come, so that it goes on after a stop. */
export const bulkRuns = table(
  'bulk_runs',
  {
    id: id(),
    entity: text().notNull(),
    /** What is done to each record, and to which records; JSON by `lib/domain/bulk/schema.ts`. */
    task: text().notNull(),
    /** The first operation of the group; null until there is one. */
    groupId: int(),
    state: text().notNull(),
    /** Records are taken by id; the last one taken, and the last one that existed at the start. */
    cursor: int().notNull(),
    upTo: int().notNull(),
    total: int().notNull(),
    done: int().notNull(),
    /** Records that were as wanted already. */
    unchanged: int().notNull(),
    refused: int().notNull(),
    /** The first refusals, with their reasons; JSON. */
    problems: text().notNull(),
    userId: int()
      .notNull()
      .references(() => users.id),
    source: text().notNull(),
    requestId: text().notNull(),
    createdAt: instant().notNull(),
    finishedAt: instant(),
  },
  (t) => [index('bulk_runs_state').on(t.state), check('bulk_runs_states', sql`${t.state} in ('running', 'done', 'stopped')`)],
);

/** What `verify` found, newest last. */
export const verifications = table('verifications', {
  id: id(),
  at: instant().notNull(),
  durationMs: int().notNull(),
  /** JSON: what was looked at, and one sentence for each problem. */
  counts: text().notNull(),
  problems: text().notNull(),
});

/** A file that people bring in: first looked through row by row, then applied as one group of operations. */
export const imports = table(
  'imports',
  {
    id: id(),
    entity: text().notNull(),
    state: text().notNull(),
    fileName: text().notNull(),
    /** The uploaded file in `DATA_DIR/imports`; null once it is read for good. */
    fileKey: text(),
    /** Bytes. */
    size: int().notNull(),
    /** How it is read and what its columns mean; JSON by `lib/domain/imports/schema.ts`. */
    reading: text().notNull(),
    mapping: text().notNull(),
    /** The texts of the header row, joined: the next file with the same ones is mapped alike. */
    headerKey: text().notNull(),
    /** Rows in the file, and rows looked through so far. */
    rowsTotal: int().notNull(),
    rowsRead: int().notNull(),
    /** The number of the last import row that was applied. */
    cursor: int().notNull(),
    /** Records to apply when it began, and those applied and refused since. */
    toApply: int().notNull(),
    applied: int().notNull(),
    refused: int().notNull(),
    /** Why it could not go on: a code. */
    failure: text(),
    /** The first operation of the group; null until there is one. */
    groupId: int(),
    userId: int()
      .notNull()
      .references(() => users.id),
    source: text().notNull(),
    requestId: text().notNull(),
    createdAt: instant().notNull(),
    finishedAt: instant(),
  },
  (t) => [
    index('imports_state').on(t.state),
    index('imports_header').on(t.entity, t.headerKey, t.id),
    check('imports_entity', sql`${t.entity} in ('client', 'order', 'product', 'payment')`),
    check('imports_state', sql`${t.state} in ('uploaded', 'checking', 'checked', 'applying', 'done', 'stopped', 'failed')`),
  ],
);

/** One record that an import is about: a row of the file, for an order its rows together. */
export const importRows = table(
  'import_rows',
  {
    id: id(),
    importId: int()
      .notNull()
      .references(() => imports.id),
    /** The first row of the file it stands in, as a spreadsheet numbers them. */
    rowNo: int().notNull(),
    /** What would become of it: see `rowKinds`. */
    kind: text().notNull(),
    /** What tells it from others within the file; empty when it has no key. */
    key: text().notNull(),
    /** Its cells by field, as the file has them or as they were corrected; JSON. */
    cells: text().notNull(),
    /** The record it means, and the version that the file was exported from. */
    recordId: int(),
    version: int(),
    /** What differs, what is wrong, what it doubles; JSON. */
    detail: text().notNull(),
    /** What the reader has decided where there is a choice; JSON, null while he has not. */
    choice: text(),
    /** The operation that applied it, or the code of what stood against it. */
    operationId: int(),
    refusal: text(),
  },
  (t) => [
    index('import_rows_kind').on(t.importId, t.kind, t.rowNo),
    index('import_rows_row').on(t.importId, t.rowNo),
    index('import_rows_key').on(t.importId, t.key),
    index('import_rows_record').on(t.recordId),
  ],
);
