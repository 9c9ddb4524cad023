import { hundredths } from './decimal-text';
import { inChunks, rowPieces } from './in-chunks';
import type { CellValue, Table, WriteContext } from './table';

const money = hundredths('.');

/** A name in the line of an entry: a semicolon begins a comment, a bar a note. */
function plain(text: string): string {
  return text
    .replace(/[\p{C}\s]+/gu, ' ')
    .replace(/[;|]/g, ',')
    .trim();
}

/**
 * Postings as a journal that hledger reads: accounts are declared before their first use, so that `hledger check --strict`
 * passes. The same postings make the same bytes.
 */
export function hledgerTable(table: Table, context: WriteContext): AsyncIterable<Uint8Array> {
  return inChunks(journal(table, context));
}

async function* journal({ columns, rows }: Table, { currency = 'RUB' }: WriteContext): AsyncGenerator<string, void, undefined> {
  const at = Object.fromEntries(columns.map(({ name }, index) => [name, index]));
  const text = (row: readonly CellValue[], name: string) => String(row[at[name] ?? -1] ?? '');
  const declared = new Set<string>();
  let last = '';
  const posting = (row: readonly CellValue[]): string => {
    const account = text(row, 'account');
    const entry = text(row, 'entry');
    const amount = `${money(Number(row[at.amount ?? -1] ?? 0))} ${currency}`;
    const head = entry === last ? '' : `\n${text(row, 'day')} (${entry}) ${plain(text(row, 'client_name'))}\n`;
    last = entry;
    return `${head}    ${account}  ${amount}\n`;
  };
  /** Directives stand between entries: those of an entry before it. */
  const withDeclarations = (some: readonly (readonly CellValue[])[]): string => {
    const fresh = [...new Set(some.map((row) => text(row, 'account')))].filter((account) => !declared.has(account));
    for (const account of fresh) declared.add(account);
    return fresh.map((account) => `account ${account}\n`).join('');
  };
  yield `decimal-mark .\ncommodity 1000.00 ${currency}\n\n`;
  for await (const block of rows) {
    yield withDeclarations(block);
    yield* rowPieces(block, posting);
    yield '\n';
  }
}
