import type { Tx } from '@/db/engines/engine';
import { chooseRows, findImportRow, lastOfNext, laterWithKeys, updateImportRow } from '@/db/queries/imports';
import type { Ctx } from '../context';
import { DomainError, fieldError } from '../errors';
import { may } from '../permissions';
import { validate } from '../validate';
import { entityImport } from './entities';
import { type Import, loadImport } from './import-record';
import { type ImportRow, readRow, storedRow } from './import-row';
import { planRows } from './plan-rows';
import { type RowCells, type RowChoice, type RowKind, rowChoice } from './schema';

/** Later rows with the same key that are looked at again when a row is corrected. */
const later = 50;
/** Rows whose choice is set at a time. */
const batch = 500;

/** Characters of a cell, as spreadsheets have them. */
const maxCell = 32_767;

export interface FixCell {
  rowId: number;
  field: string;
  text: string;
  /** Of an order: the row of the file whose line is meant. */
  line?: number;
}

/** A row of an import that has been looked through and is not being applied. */
async function loadRow(tx: Tx, ctx: Ctx, rowId: number): Promise<{ found: Import; row: ImportRow }> {
  const stored = await findImportRow(tx, rowId);
  if (!stored) throw new DomainError('not_found');
  return { found: await loadImport(tx, ctx, stored.importId, ['checked']), row: readRow(stored) };
}

async function replan(tx: Tx, found: Import, row: ImportRow): Promise<ImportRow> {
  const [planned] = await planRows(tx, found, [row]);
  const after = { ...row, ...planned };
  await updateImportRow(tx, storedRow(after));
  return after;
}

function withCell(cells: RowCells, { field, text, line }: FixCell): RowCells {
  if (line === undefined) return { ...cells, fields: { ...cells.fields, [field]: text } };
  if (!cells.lines?.some(({ rowNo }) => rowNo === line)) throw fieldError('line', 'one_of', { allowed: '' });
  const lines = cells.lines.map((one) => (one.rowNo === line ? { ...one, fields: { ...one.fields, [field]: text } } : one));
  return { ...cells, lines };
}

/** Corrects a cell and looks at its record again. Throws `not_found`, `import_state` unless the import is `checked`, `validation`. */
export async function fixCell(ctx: Ctx, fix: FixCell): Promise<ImportRow> {
  may(ctx, 'import.write');
  if (fix.text.length > maxCell) throw fieldError('text', 'too_long', { max: maxCell });
  return ctx.db.transaction(async (tx) => {
    const { found, row } = await loadRow(tx, ctx, fix.rowId);
    const asked = [...found.mapping.columns, ...(entityImport(found.entity).fillable ?? [])];
    if (!asked.includes(fix.field)) throw fieldError('field', 'import_field', { field: fix.field });
    // What was decided was decided about other cells.
    const after = await replan(tx, found, { ...row, cells: withCell(row.cells, fix), choice: null });
    const keys = [...new Set([row.key, after.key])].filter(Boolean);
    const others = keys.length > 0 ? await laterWithKeys(tx, found.id, keys, row.rowNo, later) : [];
    for (const other of others) await replan(tx, found, readRow(other));
    await ctx.beforeCommit?.(tx, after);
    return after;
  });
}

/** What may be decided about a row of each kind. */
const actions: Record<RowKind, readonly string[]> = {
  new: ['skip'],
  changed: ['skip'],
  conflict: ['skip'],
  same: [],
  duplicate: ['skip', 'create', 'apply'],
  binned: ['skip', 'create', 'restore'],
  error: [],
};

function refuseChoice(kind: RowKind, { action, fromFile }: RowChoice): void {
  if (action !== undefined && !actions[kind].includes(action)) throw fieldError('action', 'import_choice');
  if (fromFile !== undefined && kind !== 'conflict' && kind !== 'binned') throw fieldError('fromFile', 'import_choice');
}

/** Decides about one record where there is a choice. Throws `not_found`, `import_state`, `validation`. */
export async function chooseRow(ctx: Ctx, rowId: number, input: RowChoice): Promise<ImportRow> {
  may(ctx, 'import.write');
  const choice = validate(rowChoice, input);
  return ctx.db.transaction(async (tx) => {
    const { found, row } = await loadRow(tx, ctx, rowId);
    refuseChoice(row.kind, choice);
    const { candidates } = row.detail;
    const named = choice.recordId !== undefined && candidates?.includes(choice.recordId);
    if ((candidates && choice.action === 'apply') || choice.recordId !== undefined) {
      if (!named) throw fieldError('recordId', 'import_choice');
    }
    const after = await replan(tx, found, { ...row, choice: Object.keys(choice).length > 0 ? choice : null });
    await ctx.beforeCommit?.(tx, after);
    return after;
  });
}

/**
 * Decides about all records of a kind alike: `{ action }` for doubles and records in the bin; for conflicts `fromFile: ['*']`
 * takes the file's cells, `[]` leaves the system's. How many records it was about.
 */
export async function chooseAll(ctx: Ctx, id: number, kind: RowKind, input: RowChoice): Promise<number> {
  may(ctx, 'import.write');
  const choice = validate(rowChoice, input);
  refuseChoice(kind, choice);
  if (choice.recordId !== undefined) throw fieldError('recordId', 'import_choice');
  const text = Object.keys(choice).length > 0 ? JSON.stringify(choice) : null;
  let chosen = 0;
  for (let after = 0; ; ) {
    const upTo = await ctx.db.transaction(async (tx) => {
      await loadImport(tx, ctx, id, ['checked']);
      const last = await lastOfNext(tx, id, kind, after, batch);
      if (last !== undefined) chosen += await chooseRows(tx, id, { kind, after, upTo: last, choice: text });
      return last;
    });
    if (upTo === undefined) return chosen;
    after = upTo;
  }
}
