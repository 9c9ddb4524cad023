import { hundredths, partsOfOne, thousandths } from './decimal-text';
import { inChunks, rowPieces } from './in-chunks';
import type { CellKind, CellValue, Table, WriteContext } from './table';

const money = hundredths('.');
const quantity = thousandths('.');
const share = partsOfOne('.');

/**
 * A table as one JSON object: `columns` (name, title, kind), `rows` (objects by column name), `totals`, `parameters`, `made_at`.
 * Money, quantities and shares (as parts of one) are exact decimals in strings, days `YYYY-MM-DD`, instants ISO in UTC; texts are
 * as they are, nobody computes JSON.
 */
export function jsonTable(table: Table, context: WriteContext): AsyncIterable<Uint8Array> {
  return inChunks(jsonPieces(table, context));
}

async function* jsonPieces(table: Table, { madeAt, timeZone }: WriteContext): AsyncGenerator<string, void, undefined> {
  const columns = table.columns.map(({ name, title, kind }) => ({ name, title, kind }));
  const keys = columns.map(({ name }, index) => `${index === 0 ? '' : ','}${JSON.stringify(name)}:`);
  const object = (row: readonly CellValue[]): string => {
    let text = '{';
    for (let index = 0; index < columns.length; index += 1) {
      text += keys[index] + jsonValue(columns[index]?.kind ?? 'text', row[index] ?? null);
    }
    return `${text}}`;
  };
  yield `{"title":${JSON.stringify(table.title)},"made_at":${iso(madeAt)},"time_zone":${JSON.stringify(timeZone)},"columns":${JSON.stringify(columns)},"rows":[`;
  let before = '\n';
  const line = (row: readonly CellValue[]): string => {
    const text = before + object(row);
    before = ',\n';
    return text;
  };
  for await (const rows of table.rows) yield* rowPieces(rows, line);
  const totals = table.totals();
  const parameters = table
    .parameters()
    .map(({ label, kind, value }) => `{"label":${JSON.stringify(label)},"value":${jsonValue(kind, value)}}`);
  yield `\n],"totals":${totals ? object(totals) : 'null'},"parameters":[${parameters.join(',')}]}\n`;
}

function jsonValue(kind: CellKind, value: CellValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (!Number.isFinite(value)) return 'null';
  switch (kind) {
    case 'money':
      return `"${money(value)}"`;
    case 'quantity':
      return `"${quantity(value)}"`;
    case 'share':
      return `"${share(value)}"`;
    case 'instant':
      return iso(value);
    default:
      return String(value);
  }
}

function iso(instant: number): string {
  return `"${new Date(instant).toISOString()}"`;
}
