import { rowPieces } from '../in-chunks';
import type { CellKind, CellValue, Table } from '../table';
import type { ZoneOffset } from '../wall-clock';
import { type CellXml, cellXml, columnLetters, textCell } from './cell-xml';
import type { ChartPlace } from './chart';
import type { RowFeed } from './row-feed';
import { sheetEnd, sheetStart } from './sheet-frame';
import { headLeft, headRight } from './styles';
import type { Sheet } from './workbook';

type Row = readonly CellValue[];

const textKinds = new Set<CellKind>(['text', 'code']);

function categoryKind(kind: CellKind): ChartPlace['categoryKind'] {
  if (textKinds.has(kind)) return 'text';
  return kind === 'day' ? 'day' : 'number';
}

/** The sheets of a table: as many as its rows need, the totals on the last, the chart on the first. */
export async function* tableSheets(
  table: Table,
  feed: RowFeed<Row>,
  offset: ZoneOffset,
  rowsPerSheet: number,
): AsyncGenerator<Sheet, void, undefined> {
  // One row is the heading, one is kept for the totals.
  const most = rowsPerSheet - 2;
  const cells = table.columns.map(({ kind }, index) => cellXml(index, kind, 'plain', offset));
  const totalCells = table.columns.map(({ kind }, index) => cellXml(index, kind, 'bold', offset));
  for (let number = 1; number === 1 || (await feed.more()); number += 1) {
    let written = 0;
    const write = (row: Row): string => {
      written += 1;
      return rowXml(written + 1, row, cells);
    };
    const range = (): string => `A1:${columnLetters(Math.max(table.columns.length - 1, 0))}${written + 1}`;
    const chart = (): ChartPlace | undefined => (number === 1 ? chartPlace(table, written) : undefined);
    const xml = async function* (): AsyncGenerator<string, void, undefined> {
      yield sheetStart(table.columns.map(({ width }) => width)) + headRow(table);
      while (written < most && (await feed.more())) yield* rowPieces(feed.take(most - written), write);
      const totals = (await feed.more()) ? null : table.totals();
      if (totals) yield rowXml(written + 2, totals, totalCells);
      yield sheetEnd({ filter: range(), digitTexts: digitTexts(table, written), drawing: chart() !== undefined });
    };
    yield { title: table.title, xml: xml(), filter: () => range().replace(/[A-Z]+|\d+/g, '$$$&'), chart };
  }
}

function headRow({ columns }: Table): string {
  const heads = columns.map(({ title, kind }, index) => {
    return textCell(`${columnLetters(index)}1`, title, textKinds.has(kind) ? headLeft : headRight);
  });
  return `<row r="1">${heads.join('')}</row>`;
}

function rowXml(number: number, row: Row, cells: readonly CellXml[]): string {
  const reference = String(number);
  let xml = `<row r="${reference}">`;
  for (let index = 0; index < cells.length; index += 1) xml += cells[index]?.(reference, row[index] ?? null) ?? '';
  return `${xml}</row>`;
}

function digitTexts({ columns }: Table, rows: number): string {
  return columns
    .flatMap(({ kind }, index) => (textKinds.has(kind) && rows > 0 ? [`${columnLetters(index)}2:${columnLetters(index)}${rows + 1}`] : []))
    .join(' ');
}

function chartPlace({ chart, columns }: Table, written: number): ChartPlace | undefined {
  if (!chart || written === 0) return undefined;
  const indexOf = (name: string): number => {
    const index = columns.findIndex((column) => column.name === name);
    if (index < 0) throw new Error(`The chart names no column: ${name}`);
    return index;
  };
  const category = indexOf(chart.category);
  return {
    title: chart.title,
    category,
    categoryKind: categoryKind(columns[category]?.kind ?? 'text'),
    bars: chart.bars.map(indexOf),
    rows: Math.min(chart.rows, written),
    left: columns.length + 1,
  };
}
