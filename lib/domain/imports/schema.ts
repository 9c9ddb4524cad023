import { z } from 'zod';

export const importEntities = ['client', 'order', 'product', 'payment'] as const;
export type ImportEntity = (typeof importEntities)[number];

export const importStates = ['uploaded', 'checking', 'checked', 'applying', 'done', 'stopped', 'failed'] as const;
export type ImportState = (typeof importStates)[number];

/**
 * What would become of a record of the file: it is made, changed, left as it is; it doubles an earlier row or may be one of
 * several records; it is found in the bin; both sides changed a cell; or it cannot be read.
 */
export const rowKinds = ['new', 'changed', 'same', 'duplicate', 'binned', 'conflict', 'error'] as const;
export type RowKind = (typeof rowKinds)[number];

/** The fields a column may mean; how each is read stands with its entity. `id` and `version` come from our own downloads. */
export const importFields = {
  client: [
    'id',
    'version',
    'last_name',
    'first_name',
    'middle_name',
    'full_name',
    'company',
    'mobile_phone',
    'email',
    'inn',
    'address',
    'comment',
  ],
  order: [
    'id',
    'version',
    'external_no',
    'client_id',
    'client_name',
    'client_email',
    'client_phone',
    'created_at',
    'status',
    'due_day',
    'description',
    'product',
    'sku',
    'quantity',
    'unit',
    'price',
    'discount',
    'vat_rate',
  ],
  product: ['id', 'version', 'name', 'sku', 'unit', 'price', 'vat_rate'],
  payment: ['order_id', 'external_no', 'day', 'amount', 'method', 'document_no', 'payer', 'payer_inn', 'note'],
} as const satisfies Record<ImportEntity, readonly string[]>;
export type ImportField = (typeof importFields)[ImportEntity][number];

/** By what a row finds its record, tried in this order; the first is what our own downloads carry. */
export const matchKeys = {
  client: ['id', 'email', 'mobile_phone', 'inn'],
  order: ['id', 'external_no'],
  product: ['id', 'sku', 'name'],
  payment: ['order_id', 'external_no', 'note', 'payer_inn'],
} as const satisfies Record<ImportEntity, readonly ImportField[]>;

/** How the file is read; what is left out is found out. */
export const importReading = z.object({
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1251']).optional(),
  delimiter: z.enum([';', ',', '\t']).optional(),
  sheet: z.string().max(100).optional(),
});
export type ImportReading = z.output<typeof importReading>;

/** What each column means, null for one that is left out; and by what rows find their records. */
export const importMapping = z.object({
  columns: z.array(z.string().max(40).nullable()).max(500),
  matchBy: z.array(z.string().max(40)).max(4),
});
export type ImportMapping = z.output<typeof importMapping>;

/** Whether a file carries the numbers and versions of our own downloads. */
export function ownMapping({ columns, matchBy }: ImportMapping): boolean {
  return columns.includes('id') && columns.includes('version') && matchBy.includes('id');
}

/** A cell that would change. */
export interface CellChange {
  field: string;
  /** As it stands in the system now, and as the file has it; texts as the file would spell them. */
  now: string;
  file: string;
  /**
   * What the file was exported with, where somebody has changed it meanwhile (null when nobody knows any more): then the
   * reader decides, and until he does the system's own value stays. Left out where there is nothing to decide.
   */
  was?: string | null;
}

/** A cell that cannot be taken; `rule` and `params` as validation gives them. For an order `line` is the row of the file. */
export interface CellProblem {
  field: string;
  rule: string;
  params?: Record<string, string | number>;
  line?: number;
}

/** What an import row knows beside its cells. */
export interface RowDetail {
  changes: CellChange[];
  problems: CellProblem[];
  /** The earlier row of the file that this one doubles. */
  doubles?: number;
  /** Records that it may be, where it may be several. */
  candidates?: number[];
  /** Whom a new order is of, where he would be made along with it. */
  newClient?: string;
}

/** What the reader decided: whose cells stay, field by field, or what becomes of a double or of a record in the bin. */
export const rowChoice = z.object({
  /** Fields of a conflict that take the file's cell, `*` for all of them; the others stay as they are in the system. */
  fromFile: z.array(z.string().max(40)).max(40).optional(),
  action: z.enum(['skip', 'create', 'restore', 'apply']).optional(),
  /** Which of several records is meant; with `apply`. */
  recordId: z.int().positive().optional(),
});
export type RowChoice = z.output<typeof rowChoice>;

/** The cells of a record by field; an order has those of its lines, each with its row of the file. */
export interface RowCells {
  fields: Partial<Record<string, string>>;
  lines?: { rowNo: number; fields: Partial<Record<string, string>> }[];
}

/** What the file turned out to be, as it was opened. */
export interface FoundFile {
  /** Null for a workbook. */
  encoding: string | null;
  delimiter: string | null;
  /** Sheets of a workbook, in order, and the one that is read; none for a text file. */
  sheets: string[];
  sheet: string | null;
  headers: string[];
  /** The first rows, as texts. */
  sample: string[][];
}

/** What an import keeps of its file: how it was asked to be read and what was found; JSON in `reading`. */
export interface ImportFile extends FoundFile {
  asked: ImportReading;
  /** What became of the records so far. */
  made: ImportResult;
}

/** Records by what was done to them; a restored one may be changed as well and counts as restored. */
export interface ImportResult {
  created: number;
  edited: number;
  restored: number;
}

/** Rows shown beside the mapping, and characters of each of their cells. */
export const sampleRows = 20;
export const sampleChars = 200;
