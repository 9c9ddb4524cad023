import type { Locale } from '../i18n/locale';

/**
 * How a value is written. `text` is never computed by a spreadsheet; `code` is a text of digits whose zeros count (phone,
 * INN, SKU); `count` a whole number; `quantity` thousandths; `money` kopecks; `share` hundredths of a percent; `day` `YYYY-MM-DD`;
 * `instant` UTC epoch ms, written as the clock of the zone.
 */
export type CellKind = 'text' | 'code' | 'count' | 'quantity' | 'money' | 'share' | 'day' | 'instant';

/** A value by the kind of its column; null is an empty cell. */
export type CellValue = string | number | null;

export interface TableColumn {
  /** Its name in the API, in JSON and in the header of the machine preset. */
  name: string;
  /** Its heading in the reader's language. */
  title: string;
  kind: CellKind;
  /** Characters. */
  width: number;
}

/** One line of the sheet «Параметры»: what the file covers and proves. */
export interface TableParameter {
  label: string;
  kind: CellKind;
  value: CellValue;
}

/** A chart over the first rows of a sheet, where the format can hold one: names in one column, bars from others. */
export interface TableChart {
  title: string;
  /** Columns by name. */
  category: string;
  bars: readonly string[];
  rows: number;
}

/** A table on its way into a file. Rows come in blocks, so that nobody waits for a million. */
export interface Table {
  /** Of the sheet and of the document. */
  title: string;
  columns: readonly TableColumn[];
  rows: AsyncIterable<readonly (readonly CellValue[])[]>;
  /** The last row, asked for when all rows have been written; null for none. */
  totals: () => readonly CellValue[] | null;
  /** Asked for when all rows have been written: it also tells how many they were. */
  parameters: () => readonly TableParameter[];
  chart?: TableChart;
}

export const tableFormats = ['csv', 'xlsx', 'json'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** Every way a download can be written: tables, cards of clients, and a journal that hledger reads. */
export const fileFormats = [...tableFormats, 'vcf', 'hledger'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** vCard as most programs read it, and as the newest standard has it. */
export const cardVersions = ['3.0', '4.0'] as const;
export type CardVersion = (typeof cardVersions)[number];

/** `excel`: as a Russian Excel opens it by a double click; `rfc4180`: for machines. */
export const csvPresets = ['excel', 'rfc4180'] as const;
export type CsvPreset = (typeof csvPresets)[number];

/** What a writer takes from the settings and the reader. */
export interface WriteContext {
  /** IANA name; instants are written in it. */
  timeZone: string;
  locale: Locale;
  preset: CsvPreset;
  /** UTC epoch ms, written as the time of making: given, so that the same table makes the same bytes. */
  madeAt: number;
  /** Of cards; 3.0 unless given. */
  cardVersion?: CardVersion;
  /** ISO 4217 code of the amounts, where a format names it. */
  currency?: string;
}
