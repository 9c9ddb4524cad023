import { csvField, neutralText } from './csv-cell';
import { hundredths, partsOfOne, thousandths } from './decimal-text';
import { inChunks, rowPieces } from './in-chunks';
import type { CellKind, CellValue, CsvPreset, Table, WriteContext } from './table';
import { clockTime, isoInstant, russianDay, type ZoneOffset, zoneOffset } from './wall-clock';

type NumberText = (value: number) => string;

interface Preset {
  /** What the file starts with. */
  mark: string;
  separator: ';' | ',';
  /** A heading row of titles and a row of totals, as people want, or names and rows alone. */
  forPeople: boolean;
  numbers: (offset: ZoneOffset) => Record<Exclude<CellKind, 'text' | 'code' | 'day'>, NumberText>;
  day: (day: string) => string;
}

const presets: Record<CsvPreset, Preset> = {
  excel: {
    mark: '\ufeff',
    separator: ';',
    forPeople: true,
    numbers: (offset) => ({
      count: String,
      quantity: thousandths(','),
      money: hundredths(','),
      share: percent,
      instant: (value) => {
        const wall = value + offset(value);
        return `${russianDay(wall)} ${clockTime(wall)}`;
      },
    }),
    day: (day) => `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`,
  },
  rfc4180: {
    mark: '',
    separator: ',',
    forPeople: false,
    numbers: (offset) => ({
      count: String,
      quantity: thousandths('.'),
      money: hundredths('.'),
      share: partsOfOne('.'),
      instant: (value) => isoInstant(value, offset),
    }),
    day: (day) => day,
  },
};

const percentNumber = hundredths(',');

/** `12,50%`, which Excel reads as 0.125. */
function percent(value: number): string {
  return `${percentNumber(value)}%`;
}

/**
 * A table as CSV in chunks of about 64 KiB. `excel`: BOM, `;`, CRLF, decimal comma, `dd.mm.yyyy hh:mm`, titles, totals;
 * `rfc4180`: `,`, CRLF, decimal point, ISO days and instants with their offset, shares as parts of one, names, no totals.
 */
export function csvTable(table: Table, context: WriteContext): AsyncIterable<Uint8Array> {
  return inChunks(csvPieces(table, context));
}

async function* csvPieces(table: Table, { preset: name, timeZone }: WriteContext): AsyncGenerator<string, void, undefined> {
  const preset = presets[name];
  const { mark, separator, forPeople } = preset;
  const numbers = preset.numbers(zoneOffset(timeZone));
  const text = (value: string): string => csvField(neutralText(value), separator);
  const writers = table.columns.map(({ kind }) => cellWriter(kind, numbers, preset.day, text));
  yield `${mark}${table.columns.map((column) => text(forPeople ? column.title : column.name)).join(separator)}\r\n`;
  for await (const rows of table.rows) yield* rowPieces(rows, (row) => line(row, writers, separator));
  const totals = forPeople ? table.totals() : null;
  if (totals) yield line(totals, writers, separator);
}

function line(row: readonly CellValue[], writers: readonly ((value: CellValue) => string)[], separator: string): string {
  let text = '';
  for (let index = 0; index < writers.length; index += 1) {
    if (index > 0) text += separator;
    text += writers[index]?.(row[index] ?? null) ?? '';
  }
  return `${text}\r\n`;
}

const isoDayText = /^\d{4}-\d\d-\d\d$/;

/** A word in a column of numbers or days, like “Total”, is text. */
function cellWriter(
  kind: CellKind,
  numbers: ReturnType<Preset['numbers']>,
  day: Preset['day'],
  text: (value: string) => string,
): (value: CellValue) => string {
  const number = kind === 'text' || kind === 'code' || kind === 'day' ? String : numbers[kind];
  return (value) => {
    if (value === null) return '';
    if (typeof value === 'number') return Number.isFinite(value) ? number(value) : '';
    return kind === 'day' && isoDayText.test(value) ? day(value) : text(value);
  };
}
