import { neutralText } from '@/lib/export/csv-cell';

/** Numbers are given as they are pasted: no grouping, no currency. */
export interface TableText {
  head: readonly string[];
  rows: readonly (readonly (string | number | undefined)[])[];
  /** Decimal sign of the reader's spreadsheet. */
  point: ',' | '.';
}

/** Kopecks as an amount to calculate with. */
export function plainAmount(minor: number): number {
  return minor / 100;
}

function cell(value: string | number | undefined, point: string): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value).replace('.', point);
  return neutralText(value.replace(/[\t\r\n]+/g, ' '));
}

/** A table for the clipboard: tabs between cells, as every spreadsheet takes them. */
export function tableText({ head, rows, point }: TableText): string {
  return [head, ...rows].map((row) => row.map((value) => cell(value, point)).join('\t')).join('\r\n');
}
