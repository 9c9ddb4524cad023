import type { Analysis } from '../../domain/reports/analysis';
import type { CellValue, Table } from '../table';
import { type AnalysisColumn, analysisColumns, type TableRow } from './analysis-columns';
import { analysisFacts } from './analysis-facts';
import type { AnalysisReader, AskedAnalysis } from './analysis-words';

/** Rows written at a time. */
const block = 500;

/** More bars than this nobody reads in a chart of rows. */
const mostBars = 31;

function* rowsIn({ rows }: Pick<Analysis, 'rows'>): Generator<TableRow> {
  for (const row of rows) {
    yield { row };
    for (const part of row.parts) yield { row: part, within: row };
  }
}

/** How many rows the table has: one for each of the first grouping and one for each part. */
export function countTableRows({ rows }: Pick<Analysis, 'rows'>): number {
  return rows.reduce((count, { parts }) => count + 1 + parts.length, 0);
}

async function* cellBlocks(analysis: Analysis, columns: readonly AnalysisColumn[]): AsyncGenerator<CellValue[][]> {
  let cells: CellValue[][] = [];
  for (const row of rowsIn(analysis)) {
    cells.push(columns.map(({ of }) => of(row)));
    if (cells.length < block) continue;
    yield cells;
    cells = [];
  }
  yield cells;
}

/**
 * A report's table on its way into a file: rows, where there are two groupings each followed by its parts, and the whole. The
 * control sum is added up from the rows of the first grouping, so it is the sum of all orders in another way.
 */
export function analysisTable(
  analysis: Analysis,
  asked: AskedAnalysis,
  reader: AnalysisReader,
  { forPeople }: { forPeople: boolean },
): Table {
  const { groups } = asked.question;
  const { words } = reader;
  const columns = analysisColumns(groups, analysis.figures, reader, forPeople);
  const [category] = columns;
  const bars = Math.min(analysis.rows.length, mostBars);
  return {
    title: words('analysis.title'),
    columns: columns.map(({ name, title, kind, width }) => ({ name, title, kind, width })),
    rows: cellBlocks(analysis, columns),
    totals: () => columns.map(({ total }) => total),
    parameters: () => [
      ...analysisFacts(analysis, asked, reader),
      { label: words('analysis.parameters.rows'), kind: 'count', value: countTableRows(analysis) },
      {
        label: words('analysis.parameters.control'),
        kind: 'money',
        value: analysis.rows.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
      },
    ],
    // Parts among the rows would be bars among the bars.
    chart:
      category && groups.length === 1 && bars > 0
        ? { title: words('analysis.columns.total'), category: category.name, bars: ['total'], rows: bars }
        : undefined,
  };
}
