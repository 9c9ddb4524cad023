import { createReadStream } from 'node:fs';
import type { ImportReading } from '../domain/imports/schema';
import { cardCells, cardHeadings } from './card-cells';
import { plainProperty, unfolded } from './card-lines';
import { encodingOf, markLength } from './csv-encoding';
import { blockSize, maxCellLength, maxRows } from './limits';
import type { SheetRow, SheetSource } from './sheet';
import { UnreadableFile } from './unreadable-file';

/** What a file of cards begins with, in whatever encoding. */
const beginning = /^\ufeff?\s*BEGIN:VCARD/i;

/** Characters of a line; a photograph on one line is passed over as it comes. */
const maxLine = 1 << 22;

/** Whether a file is made of cards, by its first bytes. */
export function isVcard(head: Buffer): boolean {
  const start = head.subarray(0, 200);
  return beginning.test(start.toString('utf8')) || beginning.test(start.toString('utf16le'));
}

/** Cards (vCard 2.1, 3.0, 4.0) as a table under headings of its own. Throws {@link UnreadableFile}. */
export async function openVcard(path: string, head: Buffer, reading: ImportReading): Promise<SheetSource> {
  const encoding = reading.encoding ?? (await encodingOf(path, head));
  if (!encoding) throw new UnreadableFile('not_a_table');
  const start = markLength(head, encoding);
  return { format: 'vcf', encoding, rows: () => readCards(path, start, encoding) };
}

async function* linesOf(path: string, start: number, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const file = createReadStream(path, { start });
  let rest = '';
  try {
    for await (const chunk of file as AsyncIterable<Buffer>) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      if (rest.length > maxLine) throw new UnreadableFile('too_wide_cell');
      yield* lines;
    }
    yield (rest + decoder.decode()).replace(/\r$/, '');
  } finally {
    file.destroy();
  }
}

function rowOf(no: number, card: readonly string[]): SheetRow {
  try {
    const cells = cardCells(card).map((text) => ({ text, kind: 'text' as const }));
    if (cells.some(({ text }) => text.length > maxCellLength)) throw new UnreadableFile('too_wide_cell', no);
    return { no, cells };
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('broken', no, { cause: error });
  }
}

async function* readCards(path: string, start: number, encoding: string): AsyncGenerator<SheetRow[]> {
  let block: SheetRow[] = [{ no: 1, cells: cardHeadings.map((text) => ({ text, kind: 'text' })) }];
  let no = 1;
  let card: string[] | undefined;
  for await (const line of unfolded(linesOf(path, start, encoding))) {
    const edge = /^(BEGIN|END):VCARD\s*$/i.exec(line)?.[1]?.toUpperCase();
    if (edge === 'BEGIN') {
      // The card before has not ended.
      if (card) throw new UnreadableFile('broken', no);
      no += 1;
      if (no > maxRows) throw new UnreadableFile('too_many_rows');
      card = [];
    } else if (edge === 'END' && card) {
      block.push(rowOf(no, card));
      card = undefined;
    } else if (card) {
      const property = plainProperty(line);
      if (property !== undefined) card.push(property);
    } else if (line.trim() !== '') throw new UnreadableFile('broken', no);
    if (block.length < blockSize) continue;
    yield block;
    block = [];
  }
  if (card) throw new UnreadableFile('broken', no);
  if (no === 1) throw new UnreadableFile('empty');
  if (block.length > 0) yield block;
}
