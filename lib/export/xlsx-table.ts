import type { Locale } from '../i18n/locale';
import type { Table, WriteContext } from './table';
import { zoneOffset } from './wall-clock';
import { factsSheet } from './xlsx/facts-sheet';
import { RowFeed } from './xlsx/row-feed';
import { tableSheets } from './xlsx/table-sheets';
import { type Sheet, workbook } from './xlsx/workbook';

/** As many as Excel takes. */
const excelRows = 1_048_576;

const words: Record<Locale, { parameters: string; heads: readonly [string, string] }> = {
  ru: { parameters: 'Параметры', heads: ['Параметр', 'Значение'] },
  en: { parameters: 'Parameters', heads: ['Parameter', 'Value'] },
};

/**
 * A table as a workbook with typed cells: instants are the clock of the zone to the second, texts are never computed. Rows above
 * `rowsPerSheet` go on in another sheet; the last sheet tells the parameters.
 */
export async function* xlsxTable(
  table: Table,
  context: WriteContext,
  { rowsPerSheet = excelRows } = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const offset = zoneOffset(context.timeZone);
  const feed = new RowFeed(table.rows);
  const sheets = async function* (): AsyncGenerator<Sheet, void, undefined> {
    yield* tableSheets(table, feed, offset, rowsPerSheet);
    const { parameters, heads } = words[context.locale];
    yield { title: parameters, xml: factsSheet(heads, table.parameters(), offset) };
  };
  try {
    yield* workbook(sheets(), { title: table.title, madeAt: context.madeAt });
  } finally {
    await feed.stop();
  }
}
