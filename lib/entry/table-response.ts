import { getLocale } from 'next-intl/server';
import type { Table, TableFormat } from '@/lib/export/table';
import { tableFileType, writeTable } from '@/lib/export/write-table';
import { pageSettings } from './page';

/** The format of a link's file; a workbook, when it names none. */
export function tableFormatIn(text: string | null): TableFormat {
  return text === 'csv' ? 'csv' : 'xlsx';
}

/** A table as a file that the browser keeps, written while it is sent. The name has no ending. */
export async function tableResponse(table: Table, format: TableFormat, name: string): Promise<Response> {
  const [locale, { timeZone }] = await Promise.all([getLocale(), pageSettings()]);
  const { type, extension } = tableFileType(format);
  const bytes = writeTable(format, table, { timeZone, locale, preset: 'excel', madeAt: Date.now() })[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await bytes.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await bytes.return?.()),
  });
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${plain}.${extension}"; filename*=UTF-8''${encoded}.${extension}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
