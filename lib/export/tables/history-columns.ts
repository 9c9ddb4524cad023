import type { HistoryEntry } from '../../domain/history/entry';
import { type Fact, factsOf } from '../../domain/history/facts';
import type { Json } from '../../domain/journal/fields';
import { formatMinor, parseDecimal } from '../../domain/money';
import ru from '../../i18n/messages/ru/pages.json';
import type { CellWords, ExportColumn, TitleKey } from './column';

/** One thing that one change did to one record. */
export interface HistoryRow {
  entry: HistoryEntry;
  /** Nothing where the record as a whole came or went. */
  fact: Fact | undefined;
}

/** An update is told fact by fact; what came or went as a whole, or was erased, by one row. */
export function historyRows(entries: readonly HistoryEntry[]): HistoryRow[] {
  return entries.flatMap((entry): HistoryRow[] => {
    const facts = entry.change.action === 'update' && entry.fields ? factsOf(entry.fields) : [];
    return facts.length > 0 ? facts.map((fact) => ({ entry, fact })) : [{ entry, fact: undefined }];
  });
}

/** What a recorded field is called: as the column of a download, as in the filter of the history, or as it is. */
function fieldName(field: string, { t }: CellWords): string {
  if (Object.hasOwn(ru.exports.columns, field)) return t(`exports.columns.${field as TitleKey}`);
  if (Object.hasOwn(ru.historyFields, field)) return t(`historyFields.${field as keyof typeof ru.historyFields}`);
  return Object.hasOwn(ru.fields, field) ? t(`fields.${field as keyof typeof ru.fields}`) : field;
}

/** A recorded value as a person reads it, whole. */
function valueText(field: string, value: Json, { t, status }: CellWords): string | null {
  if (value === null || value === '' || field === 'password' || field === 'logo') return null;
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no');
  if (typeof value === 'object') return 'name' in value && typeof value.name === 'string' ? value.name : JSON.stringify(value);
  if (field === 'status') return status(String(value));
  if (field === 'vat_rate') return `${Number(value) / 100}\u00a0%`;
  return String(value);
}

/** A part of an order in words: `Стол, 2 × 1500.00`, `1500.00, 2026-11-23`, a comment, the name of a file. */
function partText(fact: Exclude<Fact, { type: 'field' | 'line_changed' }>): string {
  switch (fact.type) {
    case 'line_added':
    case 'line_removed':
      return `${fact.product}, ${fact.quantity} × ${formatMinor(parseDecimal(fact.price, 2) ?? 0)}`;
    case 'payment_added':
    case 'payment_removed':
      return [fact.amount, fact.day].filter(Boolean).join(', ');
    case 'comment_added':
    case 'comment_removed':
      return fact.text;
    case 'file_added':
    case 'file_removed':
      return fact.name;
  }
}

const partFields = { line: 'items', payment: 'payments', comment: 'comments', file: 'files' } as const;

function partField(type: Exclude<Fact, { type: 'field' }>['type']): keyof typeof ru.historyFields {
  return partFields[type.split('_')[0] as keyof typeof partFields];
}

function fieldOf({ fact }: HistoryRow, words: CellWords): string | null {
  if (!fact) return null;
  if (fact.type === 'field') return fieldName(fact.field, words);
  const part = words.t(`historyFields.${partField(fact.type)}`);
  return fact.type === 'line_changed' ? `${part}, ${fact.product}: ${fieldName(fact.field, words)}` : part;
}

function sideOf({ fact }: HistoryRow, side: 'old' | 'new', words: CellWords): string | null {
  if (!fact) return null;
  if (fact.type === 'field' || fact.type === 'line_changed') return valueText(fact.field, fact[side], words);
  return fact.type.endsWith('_added') === (side === 'new') ? partText(fact) : null;
}

/** The number a change has for ever: place of its seal, place in its operation. */
export function changeNo({ seq, position }: HistoryEntry): string {
  return `${seq}-${position}`;
}

type Column = ExportColumn<HistoryRow>;

/** A fact a row. */
export const historyColumns: readonly Column[] = [
  { name: 'at', kind: 'instant', width: 17, of: ({ entry }) => entry.operation.at },
  { name: 'who', kind: 'text', width: 22, of: ({ entry }) => entry.operation.actorName },
  {
    name: 'source',
    kind: 'text',
    width: 16,
    of: ({ entry: { operation } }, { t }) =>
      Object.hasOwn(ru.sources, operation.source) ? t(`sources.${operation.source as keyof typeof ru.sources}`) : operation.source,
  },
  {
    name: 'action',
    kind: 'text',
    width: 16,
    of: ({ entry: { change } }, { t }) => t(`exports.actions.${change.action as keyof typeof ru.exports.actions}`),
  },
  {
    name: 'entity',
    kind: 'text',
    width: 14,
    of: ({ entry: { change } }, { t }) => t(`exports.records.${change.entity as keyof typeof ru.exports.records}`),
  },
  { name: 'record', kind: 'count', width: 9, of: ({ entry }) => entry.change.entityId },
  { name: 'field', kind: 'text', width: 26, of: fieldOf },
  { name: 'before', kind: 'text', width: 36, of: (row, words) => sideOf(row, 'old', words) },
  { name: 'after', kind: 'text', width: 36, of: (row, words) => sideOf(row, 'new', words) },
  { name: 'change', kind: 'code', width: 12, of: ({ entry }) => changeNo(entry) },
];
