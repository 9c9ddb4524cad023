import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, Parser } from 'csv-parse';
import type { ImportReading } from '../domain/imports/schema';
import { neutralText } from '../export/csv-cell';
import { type Delimiter, delimiterOf, namedDelimiter } from './csv-delimiter';
import { type Encoding, encodingOf, markLength } from './csv-encoding';
import { blockSize, maxCellLength, maxColumns, maxRows } from './limits';
import type { SheetCell, SheetRow, SheetSource } from './sheet';
import { UnreadableFile } from './unreadable-file';

/** Characters of a row; a quote that is never closed would otherwise take the rest of the file into memory. */
const maxRowLength = 1 << 20;
/** Bytes without a line break: a row of separators has no characters to count. */
const maxLineBytes = 4 << 20;

/** What a page, a saved document or an answer of an API begins with. */
const foreign = /^\s*(<\s*(!|\?xml|html|head|body|meta|style|script|table|div)|%PDF|\{\\rtf|\{\s*["}]|\[\s*[[{\]])/i;

/** A file of separated values. `head` is its first bytes, `size` all its bytes. Throws {@link UnreadableFile}. */
export async function openCsv(path: string, head: Buffer, size: number, reading: ImportReading): Promise<SheetSource> {
  const encoding = reading.encoding ?? (await encodingOf(path, head));
  if (!encoding) throw new UnreadableFile('not_a_table');
  const mark = markLength(head, encoding);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(head.subarray(mark));
  if (foreign.test(text)) throw new UnreadableFile('not_a_table');
  if (size === head.length && text.trim() === '') throw new UnreadableFile('empty');
  const line = namedDelimiter(text);
  const delimiter = reading.delimiter ?? line?.delimiter ?? delimiterOf(text.slice(line?.length ?? 0), size === head.length);
  const start = mark + (line?.length ?? 0) * (encoding.startsWith('utf-16') ? 2 : 1);
  return { format: 'csv', encoding, delimiter, rows: () => readRows(path, start, encoding, delimiter) };
}

async function* readRows(path: string, start: number, encoding: Encoding, delimiter: Delimiter): AsyncGenerator<SheetRow[]> {
  const parser = new Parser({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // A quote within a cell is a quote, as in Excel: ООО "Ромашка".
    relax_quotes: true,
    max_record_size: maxRowLength,
  });
  const file = createReadStream(path, { start });
  pipeline(
    file,
    (bytes: AsyncIterable<Buffer>) => asUtf8(bytes, encoding),
    parser,
    () => undefined,
  );
  let no = 0;
  let found = false;
  let block: SheetRow[] = [];
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      no++;
      const cells = cellsOf(record, no);
      if (!cells) continue;
      found = true;
      block.push({ no, cells });
      if (block.length < blockSize) continue;
      yield block;
      block = [];
    }
  } catch (error) {
    throw unreadable(error, no + 1);
  } finally {
    parser.destroy();
    file.destroy();
  }
  if (!found) throw new UnreadableFile('empty');
  if (block.length > 0) yield block;
}

/** The bytes of a file in UTF-8, whatever it is written in; what is no character becomes U+FFFD for the reader to see. */
async function* asUtf8(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  const decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding, { ignoreBOM: true });
  let line = 0;
  for await (const chunk of bytes) {
    const lineEnd = Math.max(chunk.lastIndexOf(10), chunk.lastIndexOf(13));
    line = lineEnd === -1 ? line + chunk.length : chunk.length - lineEnd;
    if (line > maxLineBytes) throw new UnreadableFile('too_many_columns');
    yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk;
  }
  if (decoder) yield Buffer.from(decoder.decode());
}

/** The cells of a row without the empty ones at its end; null for an empty row. */
function cellsOf(record: string[], no: number): SheetCell[] | null {
  if (no > maxRows) throw new UnreadableFile('too_many_rows');
  let length = record.length;
  while (length > 0 && record[length - 1] === '') length--;
  if (length > maxColumns) throw new UnreadableFile('too_many_columns', no);
  let blank = true;
  const cells = record.slice(0, length).map((raw): SheetCell => {
    if (raw.length > maxCellLength) throw new UnreadableFile('too_wide_cell', no);
    if (raw.includes('\0')) throw new UnreadableFile('broken', no);
    const text = unguarded(raw);
    blank &&= isBlank(text);
    return { text, kind: 'text' };
  });
  return blank ? null : cells;
}

function isBlank(text: string): boolean {
  return text === '' || text.trim() === '';
}

/** What Excel is told so, to keep its hands off a text of digits: `="007"`. */
const guarded = /^="((?:[^"]|"")*)"$/;

/** A text without what protects it from spreadsheets: the apostrophe of our own downloads, or the formula that is a text. */
function unguarded(text: string): string {
  if (text.startsWith("'")) {
    const rest = text.slice(1);
    return neutralText(rest) === rest ? text : rest;
  }
  return guarded.exec(text)?.[1]?.replaceAll('""', '"') ?? text;
}

/** What went wrong in a row. Where no quote closes, the row that opened it is named, not the end of the file. */
function unreadable(error: unknown, row: number): unknown {
  if (error instanceof UnreadableFile)
    return error.row === undefined && error.code !== 'too_many_rows' ? new UnreadableFile(error.code, row) : error;
  if (!(error instanceof CsvError)) return error;
  return new UnreadableFile('broken', row, { cause: error });
}
