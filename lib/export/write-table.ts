import { csvTable } from './csv-table';
import { hledgerTable } from './hledger-table';
import { jsonTable } from './json-table';
import type { FileFormat, Table, WriteContext } from './table';
import { vcardTable } from './vcard-table';
import { xlsxTable } from './xlsx-table';

interface FileType {
  /** Media type with its charset. */
  type: string;
  /** Without a dot. */
  extension: string;
}

interface Writer extends FileType {
  write: (table: Table, context: WriteContext) => AsyncIterable<Uint8Array>;
}

const writers: Record<FileFormat, Writer> = {
  csv: { type: 'text/csv; charset=utf-8', extension: 'csv', write: csvTable },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    write: xlsxTable,
  },
  json: { type: 'application/json', extension: 'json', write: jsonTable },
  // Only of clients, and only of postings.
  vcf: { type: 'text/vcard; charset=utf-8', extension: 'vcf', write: vcardTable },
  hledger: { type: 'text/plain; charset=utf-8', extension: 'journal', write: hledgerTable },
};

/**
 * A table as the bytes of a file, in chunks of about 64 KiB. Rows are read as the chunks are taken, so a slow reader holds the
 * table back; a reader who leaves ends the rows, and an error of the rows is thrown to the reader.
 */
export function writeTable(format: FileFormat, table: Table, context: WriteContext): AsyncIterable<Uint8Array> {
  return writers[format].write(table, context);
}

/** How a file of the format is named and typed. */
export function tableFileType(format: FileFormat): FileType {
  const { type, extension } = writers[format];
  return { type, extension };
}
