import type { Ctx } from '../../domain/context';
import { badRows } from '../../domain/imports/bad-rows';
import { getImport } from '../../domain/imports/get-import';
import type { ImportRow } from '../../domain/imports/import-row';
import { type ApiWords, apiWords, type ErrorKey } from '../../i18n/api-translator';
import type { Locale } from '../../i18n/locale';
import type { CellValue, Table } from '../table';
import { cellColumn } from './cell-columns';

/** Why a row is not taken in, in the reader's language. */
export function reasonOf({ kind, detail, refusal }: Pick<ImportRow, 'kind' | 'detail' | 'refusal'>, words: ApiWords): string {
  const problems = detail.problems.map(({ field, rule, params }) => `${words.column(field)}: ${words.rule(rule, params)}`);
  if (refusal !== null) problems.push(words.error(refusal as ErrorKey, { fields: '', count: 0 }));
  if (kind === 'duplicate' && detail.doubles !== undefined) problems.push(words.imports('doubles', { row: detail.doubles }));
  if (kind === 'duplicate' && detail.candidates) {
    problems.push(words.imports('candidates', { ids: detail.candidates.map((id) => `№ ${id}`).join(', ') }));
  }
  return problems.join('; ');
}

/** The cells of a row as the file had them; of an order a row for each line, the order's own cells beside each. */
function cellsOf({ rowNo, cells }: ImportRow): { rowNo: number; fields: Partial<Record<string, string>> }[] {
  if (!cells.lines || cells.lines.length === 0) return [{ rowNo, fields: cells.fields }];
  return cells.lines.map((line) => ({ rowNo: line.rowNo, fields: { ...cells.fields, ...line.fields } }));
}

/** The rows of an import that are not taken in, as a file that can be put right and brought in again. Throws `not_found`. */
export async function badRowsTable(ctx: Ctx, id: number, locale: Locale): Promise<Table> {
  const { mapping } = await getImport(ctx, id);
  const words = apiWords(locale);
  const names = mapping.columns.filter((field) => field !== null);
  async function* rows(): AsyncGenerator<CellValue[][]> {
    for await (const block of badRows(ctx, id)) {
      yield block.flatMap((row) =>
        cellsOf(row).map(({ rowNo, fields }) => [...names.map((name) => fields[name] || null), String(rowNo), reasonOf(row, words)]),
      );
    }
  }
  const columns = [...names, 'row', 'reason'].map((name) => cellColumn(name, words));
  return { title: words.imports('bad'), columns, rows: rows(), totals: () => null, parameters: () => [] };
}
