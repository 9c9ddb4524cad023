import { z } from 'zod';
import { idField } from '@/lib/domain/fields';
import { applyImport, stopImport } from '@/lib/domain/imports/apply-import';
import { getImport, type ImportView } from '@/lib/domain/imports/get-import';
import type { ImportRow } from '@/lib/domain/imports/import-row';
import { listImportRows } from '@/lib/domain/imports/list-rows';
import { importEntities, importMapping, importReading, importStates, rowKinds } from '@/lib/domain/imports/schema';
import { setMapping } from '@/lib/domain/imports/set-mapping';
import { type Answer, type Caller, done, doneWithId, endpoint } from '@/lib/entry/endpoint';
import { badRowsTable } from '@/lib/export/imports/bad-rows';
import { templateOf } from '@/lib/export/imports/template';
import type { Table } from '@/lib/export/table';
import { tableFileType, writeTable } from '@/lib/export/write-table';
import { apiWords } from '@/lib/i18n/api-translator';
import { type Locale, locales } from '@/lib/i18n/locale';
import { changeReading } from '@/lib/import-files';
import { driveImport } from '@/lib/import-runner';
import { importTypes, takeImport } from './import-upload';

const texts = z.record(z.string(), z.string());

const importOutput = z.object({
  id: idField,
  entity: z.enum(importEntities),
  state: z.enum(importStates),
  file: z.object({
    name: z.string(),
    size: z.int().meta({ description: 'Bytes' }),
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    sheet: z.string().nullable(),
    sheets: z.array(z.string()),
    headers: z.array(z.string()),
  }),
  mapping: z.object({ columns: z.array(z.string().nullable()), match_by: z.array(z.string()) }),
  rows: z.object({ total: z.int(), read: z.int() }),
  counts: z.record(z.enum(rowKinds), z.int()).meta({ description: 'Records by what would become, or became, of them' }),
  apply: z.object({ total: z.int(), applied: z.int(), refused: z.int(), created: z.int(), edited: z.int(), restored: z.int() }),
  failure: z.object({ code: z.string(), error: z.string() }).nullable(),
  group: z.int().nullable().meta({ description: 'The first operation, by which all of it is undone' }),
});

function failureOf(code: string | null, locale: Locale) {
  // Codes of failures are those of errors.
  return code === null ? null : { code, error: apiWords(locale).error(code as 'file_gone', { row: 0 }) };
}

function showImport(view: ImportView, locale: Locale): z.output<typeof importOutput> {
  const { id, entity, file, mapping, counts } = view;
  const { encoding, delimiter, sheet, sheets, headers, made } = file;
  return {
    id,
    entity,
    state: z.enum(importStates).parse(view.state),
    file: { name: view.fileName, size: view.size, encoding, delimiter, sheet, sheets, headers },
    mapping: { columns: mapping.columns, match_by: mapping.matchBy },
    rows: { total: view.rowsTotal, read: view.rowsRead },
    counts,
    apply: { total: view.toApply, applied: view.applied, refused: view.refused, ...made },
    failure: failureOf(view.failure, locale),
    group: view.groupId,
  };
}

const rowOutput = z.object({
  id: idField,
  row: z.int().meta({ description: 'Its first row of the file, as a spreadsheet numbers it' }),
  kind: z.enum(rowKinds),
  record: z.int().nullable(),
  cells: texts,
  changes: z.array(z.object({ field: z.string(), now: z.string(), file: z.string(), was: z.string().nullable().optional() })),
  problems: z.array(z.object({ field: z.string(), rule: z.string(), error: z.string() })),
  doubles: z.int().nullable().meta({ description: 'The earlier row of the file that it doubles' }),
  candidates: z.array(z.int()).meta({ description: 'Records that it may be' }),
  refusal: z.string().nullable().meta({ description: 'Why it was not written: a code' }),
});

function showRow({ id, rowNo, kind, recordId, cells, detail, refusal }: ImportRow, locale: Locale): z.output<typeof rowOutput> {
  const words = apiWords(locale);
  const fields = Object.entries(cells.fields).map(([name, text]): [string, string] => [name, text ?? '']);
  return {
    id,
    row: rowNo,
    kind,
    record: recordId,
    cells: Object.fromEntries(fields),
    changes: detail.changes,
    problems: detail.problems.map(({ field, rule, params }) => ({ field, rule, error: words.rule(rule, params) })),
    doubles: detail.doubles ?? null,
    candidates: detail.candidates ?? [],
    refusal,
  };
}

const mappingInput = z.object({
  columns: importMapping.shape.columns.optional().meta({ description: 'A field for each column, null for none; as guessed when left out' }),
  match_by: importMapping.shape.matchBy.optional().meta({ description: 'By what rows find their records, in this order' }),
  reading: importReading.optional().meta({ description: 'How the file is read, where that was found out wrong' }),
});

const fileQuery = { format: z.enum(['csv', 'xlsx']).default('xlsx'), lang: z.enum(locales).optional() };
const fileTypes = (['csv', 'xlsx'] as const).map((format) => tableFileType(format).type);

/** A table as a download. */
async function tableAnswer(
  table: Table,
  format: 'csv' | 'xlsx',
  { locale, timeZone }: Pick<Caller, 'locale' | 'timeZone'>,
  name: string,
): Promise<Answer> {
  const { type, extension } = tableFileType(format);
  const stream = writeTable(format, table, { timeZone, locale, preset: 'excel', madeAt: Date.now() });
  return { stream, headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}.${extension}"` } };
}

export const importEndpoints = [
  endpoint({
    methods: ['POST'],
    path: '/api/imports/',
    summary: 'Upload a CSV or XLSX file: as the body, with ?entity=&name=, or in the field file of a form of at most 32 MiB',
    tag: 'imports',
    permission: 'import.write',
    uploads: [...importTypes, 'multipart/form-data'],
    query: importReading.extend({ entity: z.enum(importEntities).optional(), name: z.string().max(255).optional() }),
    output: doneWithId.extend({ state: z.enum(importStates) }),
    run: (ctx, { upload, query: { entity, name, ...reading } }) => takeImport(ctx, upload, { entity, name, reading }),
    answer: ({ id, state }) => ({ json: { success: true, id, state } }),
  }),
  endpoint({
    methods: ['GET', 'POST'],
    path: '/api/imports/get/:id/',
    summary: 'What was found in a file, what would become of its rows, and how far it has come',
    tag: 'imports',
    permission: 'import.write',
    output: z.object({ import: importOutput }),
    run: (ctx, { id }) => getImport(ctx, id),
    answer: (view, { locale }) => ({ json: { import: showImport(view, locale) } }),
  }),
  endpoint({
    methods: ['POST'],
    path: '/api/imports/mapping/:id/',
    summary: 'Say what the columns mean and look the whole file through; nothing is written yet',
    tag: 'imports',
    permission: 'import.write',
    writes: true,
    body: mappingInput,
    output: done,
    run: async (ctx, { id, body: { columns, match_by, reading } }) => {
      if (reading) await changeReading({ ...ctx, beforeCommit: undefined }, id, reading);
      const { mapping } = await getImport(ctx, id);
      await setMapping(ctx, id, { columns: columns ?? mapping.columns, matchBy: match_by ?? mapping.matchBy });
      void driveImport(ctx.db, id);
    },
    answer: () => ({ json: { success: true } }),
  }),
  endpoint({
    methods: ['GET'],
    path: '/api/imports/rows/:id/',
    summary: 'Rows of an import in the order of the file: of one kind, or those that need somebody',
    tag: 'imports',
    permission: 'import.write',
    query: z.object({
      kind: z.enum([...rowKinds, 'refused']).optional(),
      after: z.int().min(0).default(0).meta({ description: 'The row of the last one that was read' }),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(rowOutput) }),
    run: (ctx, { id, query: { kind, ...page } }) => {
      const open = ['error', 'duplicate', 'binned', 'conflict'] as const;
      return listImportRows(ctx, id, kind === 'refused' ? { refused: true, ...page } : { kinds: kind ? [kind] : open, ...page });
    },
    answer: (rows, { locale }) => ({ json: { rows: rows.map((row) => showRow(row, locale)) } }),
  }),
  endpoint({
    methods: ['GET'],
    path: '/api/imports/bad/:id/',
    summary: 'The rows that are not taken in, with the reasons, as a file to be put right and uploaded again',
    tag: 'imports',
    permission: 'import.write',
    query: z.object(fileQuery),
    output: { contentTypes: fileTypes },
    run: (ctx, { id, query, locale }) => badRowsTable(ctx, id, query.lang ?? locale),
    answer: (table, { id, query, ...caller }) => tableAnswer(table, query.format, caller, `import_${id}_bad`),
  }),
  endpoint({
    methods: ['GET'],
    path: '/api/imports/template/',
    summary: 'An empty file for an entity with one row that shows how cells are written',
    tag: 'imports',
    permission: 'import.write',
    query: z.object({ entity: z.enum(importEntities), ...fileQuery }),
    output: { contentTypes: fileTypes },
    run: async (_, { query, locale }) => templateOf(query.entity, query.lang ?? locale),
    answer: (table, { query, ...caller }) => tableAnswer(table, query.format, caller, `${query.entity}_template`),
  }),
  endpoint({
    methods: ['POST'],
    path: '/api/imports/apply/:id/',
    summary: 'Write what a file comes to, as one group of operations; it goes on after the answer',
    tag: 'imports',
    permission: 'import.write',
    writes: true,
    output: done,
    run: async (ctx, { id }) => {
      await applyImport(ctx, id);
      void driveImport(ctx.db, id);
    },
    answer: () => ({ json: { success: true } }),
  }),
  endpoint({
    methods: ['POST'],
    path: '/api/imports/stop/:id/',
    summary: 'End an import where it stands; what is written stays and can be undone',
    tag: 'imports',
    permission: 'import.write',
    writes: true,
    output: done,
    run: async (ctx, { id }) => {
      await stopImport(ctx, id);
      void driveImport(ctx.db, id);
    },
    answer: () => ({ json: { success: true } }),
  }),
];
