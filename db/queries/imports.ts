import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  not,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { contains } from '../dialect/like';
import type { Engine, Tx } from '../engines/engine';
import { hot } from '../engines/hot';
import { importRows, imports } from '../schema/runs';
import { only } from './only';

export type ImportRecord = typeof imports.$inferSelect;
export type ImportRowRecord = typeof importRows.$inferSelect;

export async function insertImport(tx: Tx, row: Omit<ImportRecord, 'id'>): Promise<ImportRecord> {
  return only(await tx.insert(imports).values(row).returning());
}

export async function findImport(tx: Tx, id: number): Promise<ImportRecord | undefined> {
  return (await tx.select().from(imports).where(eq(imports.id, id)))[0];
}

export async function updateImport(tx: Tx, { id, ...row }: ImportRecord): Promise<void> {
  await tx.update(imports).set(row).where(eq(imports.id, id));
}

/** Imports, newest first, before one. */
export function importsBefore(tx: Tx, before: number, limit: number): Promise<ImportRecord[]> {
  return tx.select().from(imports).where(lt(imports.id, before)).orderBy(desc(imports.id)).limit(limit);
}

/** The last import of an entity with these headers that somebody has mapped. */
export async function lastMapped(tx: Tx, entity: string, headerKey: string): Promise<ImportRecord | undefined> {
  const alike = and(eq(imports.entity, entity), eq(imports.headerKey, headerKey), ne(imports.state, 'uploaded'));
  return (await tx.select().from(imports).where(alike).orderBy(desc(imports.id)).limit(1))[0];
}

const ended = ['done', 'stopped', 'failed'];

/** Imports that something is to be done for: files looked through, rows applied, files of those at their end removed. */
export function importsUnderWay(tx: Tx): Promise<ImportRecord[]> {
  return tx
    .select()
    .from(imports)
    .where(or(inArray(imports.state, ['checking', 'applying']), and(inArray(imports.state, ended), isNotNull(imports.fileKey))))
    .orderBy(asc(imports.id));
}

/** Imports that have not come to their end. */
export function openImports(tx: Tx): Promise<ImportRecord[]> {
  return tx.select().from(imports).where(notInArray(imports.state, ended)).orderBy(asc(imports.id));
}

/** Imports that keep the first rows of their files. */
export function importsWithSample(tx: Tx): Promise<ImportRecord[]> {
  return tx.select().from(imports).where(contains(imports.reading, '"sample":[['));
}

/** Imports begun before a moment that still have rows, the oldest first. */
export function importsWithRows(tx: Tx, before: number, limit = 1_000_000): Promise<ImportRecord[]> {
  const rows = tx.select({ one: sql`1` }).from(importRows).where(eq(importRows.importId, imports.id));
  return tx
    .select()
    .from(imports)
    .where(and(lt(imports.createdAt, before), exists(rows)))
    .orderBy(asc(imports.id))
    .limit(limit);
}

/** Of these keys of uploaded files, those that an import names. */
export async function namedUploads(tx: Tx, keys: string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await tx.select({ key: imports.fileKey }).from(imports).where(inArray(imports.fileKey, keys));
  return new Set(rows.flatMap(({ key }) => key ?? []));
}

/** The imports whose operations are these groups. */
export function importsOfGroups(tx: Tx, groupIds: number[]): Promise<ImportRecord[]> {
  return tx.select().from(imports).where(inArray(imports.groupId, groupIds));
}

/** One step of an import at a time, across processes. On SQLite the transaction itself is the lock. */
export async function lockImport(db: Engine, tx: Tx, id: number): Promise<boolean> {
  if (db.dialect !== 'postgres') return true;
  const [row] = await db.rows<{ locked: boolean }>(tx, sql`select pg_try_advisory_xact_lock(7264006, ${id}::int) as locked`);
  return row?.locked === true;
}

/** How long a step may take, ms: on SQLite everybody else who writes waits for it. */
export function longestStep(db: Engine): number {
  return db.dialect === 'postgres' ? 200 : 20;
}

export async function insertImportRows(tx: Tx, rows: Omit<ImportRowRecord, 'id'>[]): Promise<void> {
  if (rows.length > 0) await tx.insert(importRows).values(rows);
}

export async function findImportRow(tx: Tx, id: number): Promise<ImportRowRecord | undefined> {
  return (await tx.select().from(importRows).where(eq(importRows.id, id)))[0];
}

export async function updateImportRow(tx: Tx, { id, ...row }: ImportRowRecord): Promise<void> {
  await tx.update(importRows).set(row).where(eq(importRows.id, id));
}

const outcomeOf = hot('import_row.outcome', (tx) =>
  tx
    .update(importRows)
    .set({ operationId: sql`${sql.placeholder('operationId')}`, refusal: sql`${sql.placeholder('refusal')}` })
    .where(eq(importRows.id, sql.placeholder('id'))),
);

/** Notes what became of a row when it was written. */
export async function noteOutcome(tx: Tx, id: number, outcome: Pick<ImportRowRecord, 'operationId' | 'refusal'>): Promise<void> {
  await outcomeOf(tx, { id, ...outcome });
}

export interface RowsQuery {
  kinds?: readonly string[];
  /** Rows that applying was refused for. */
  refused?: boolean;
  /** Rows that are not taken in, whatever the reason. */
  bad?: boolean;
  /** Rows after this one of the file. */
  after: number;
  limit: number;
}

const undecided = and(
  eq(importRows.kind, 'duplicate'),
  isNull(importRows.operationId),
  or(isNull(importRows.choice), contains(importRows.choice, '"skip"')),
);
const notTaken: SQL = sql`(${or(eq(importRows.kind, 'error'), isNotNull(importRows.refusal), undecided)})`;

/** Rows of an import in the order of the file. */
export function importRowsAfter(tx: Tx, importId: number, { kinds, refused, bad, after, limit }: RowsQuery): Promise<ImportRowRecord[]> {
  const asked: SQL[] = [];
  if (kinds) asked.push(inArray(importRows.kind, [...kinds]));
  if (refused) asked.push(isNotNull(importRows.refusal));
  if (bad) asked.push(notTaken);
  return tx
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, importId), gt(importRows.rowNo, after), ...asked))
    .orderBy(asc(importRows.rowNo))
    .limit(limit);
}

/** Rows that may be written: those that do something by themselves, and those somebody has decided about; not the ones left out. */
const doing = and(
  or(inArray(importRows.kind, ['new', 'changed', 'conflict']), isNotNull(importRows.choice)),
  or(isNull(importRows.choice), not(contains(importRows.choice, '"skip"'))),
);

/** The next of them after a row of the file. */
export function rowsToApply(tx: Tx, importId: number, after: number, limit: number): Promise<ImportRowRecord[]> {
  return tx
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, importId), gt(importRows.rowNo, after), doing))
    .orderBy(asc(importRows.rowNo))
    .limit(limit);
}

export async function countRowsToApply(tx: Tx, importId: number): Promise<number> {
  const where = and(eq(importRows.importId, importId), doing);
  return only(await tx.select({ n: count() }).from(importRows).where(where)).n;
}

/** How many rows of an import there are of each kind. */
export function countKinds(tx: Tx, importId: number): Promise<{ kind: string; n: number }[]> {
  return tx
    .select({ kind: importRows.kind, n: count() })
    .from(importRows)
    .where(eq(importRows.importId, importId))
    .groupBy(importRows.kind);
}

/** Rows with one of these keys, or about one of these records, the first of each being what later ones double. */
export async function rowsAlike(tx: Tx, importId: number, { keys, recordIds }: { keys: string[]; recordIds: number[] }) {
  const alike: SQL[] = [];
  if (keys.length > 0) alike.push(inArray(importRows.key, keys));
  if (recordIds.length > 0) alike.push(inArray(importRows.recordId, recordIds));
  if (alike.length === 0) return [];
  return tx
    .select({ rowNo: importRows.rowNo, key: importRows.key, recordId: importRows.recordId })
    .from(importRows)
    .where(and(eq(importRows.importId, importId), or(...alike)))
    .orderBy(asc(importRows.rowNo));
}

/** Removes some rows of an import; whether there may be more. */
export async function removeImportRows(tx: Tx, importId: number, limit: number): Promise<boolean> {
  const rows = await tx.select({ id: importRows.id }).from(importRows).where(eq(importRows.importId, importId)).limit(limit);
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await tx.delete(importRows).where(inArray(importRows.id, ids));
  return ids.length === limit;
}

/** The last row of the next ones of a kind after a row of the file; undefined when there is none. */
export async function lastOfNext(tx: Tx, importId: number, kind: string, after: number, limit: number): Promise<number | undefined> {
  const rows = await tx
    .select({ rowNo: importRows.rowNo })
    .from(importRows)
    .where(and(eq(importRows.importId, importId), eq(importRows.kind, kind), gt(importRows.rowNo, after)))
    .orderBy(asc(importRows.rowNo))
    .limit(limit);
  return rows.at(-1)?.rowNo;
}

/** Sets the choice of the rows of a kind after one row of the file, up to another; how many they were. */
export async function chooseRows(
  tx: Tx,
  importId: number,
  { kind, after, upTo, choice }: { kind: string; after: number; upTo: number; choice: string | null },
): Promise<number> {
  const range = and(eq(importRows.importId, importId), eq(importRows.kind, kind), gt(importRows.rowNo, after), lte(importRows.rowNo, upTo));
  return (await tx.update(importRows).set({ choice }).where(range).returning({ id: importRows.id })).length;
}

/** Rows with one of these keys that stand further down in the file. */
export function laterWithKeys(tx: Tx, importId: number, keys: string[], after: number, limit: number): Promise<ImportRowRecord[]> {
  return tx
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, importId), inArray(importRows.key, keys), gt(importRows.rowNo, after)))
    .orderBy(asc(importRows.rowNo))
    .limit(limit);
}
