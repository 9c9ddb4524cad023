import type { Ctx } from '../domain/context';
import type { ExportEntity } from '../domain/exports/schema';
import { dayInZone } from '../domain/period';
import { may } from '../domain/permissions';
import { getSettings } from '../domain/settings/get-settings';
import { makeFormat } from '../i18n/format';
import type { Locale } from '../i18n/locale';
import { pageWords } from '../i18n/page-words';
import { attachment } from './file-name';
import type { CsvPreset, TableFormat, WriteContext } from './table';
import { statusWords } from './tables/column';
import { exportKinds } from './tables/kinds';
import type { TableWish } from './tables/open-table';
import { type Download, trackedDownload } from './tracked-download';
import { tableFileType, writeTable } from './write-table';

export interface DownloadWish extends TableWish {
  entity: ExportEntity;
  format: TableFormat;
  preset: CsvPreset;
  locale: Locale;
  /** Under which its reader follows it. */
  ticket?: string;
}

/** A table as a file that is sent while it is read. Throws `forbidden`, `validation`, and what `trackedDownload` throws. */
export async function openDownload(ctx: Ctx, wish: DownloadWish, gone: AbortSignal): Promise<Download> {
  may(ctx, exportKinds[wish.entity].permission);
  const { timeZone, currency } = await getSettings(ctx.db);
  const { entity, format, preset, locale, ticket } = wish;
  const madeAt = ctx.now().getTime();
  const t = pageWords(locale);
  const words = { t, locale, format: makeFormat({ locale, timeZone, currency, now: madeAt }), status: statusWords(t) };
  return trackedDownload(ctx, { ticket, gone }, async () => {
    const { table, count, written, end } = await exportKinds[entity].open(ctx, entity, wish, words);
    const context: WriteContext = { timeZone, locale, preset, madeAt };
    const { type, extension } = tableFileType(format);
    const day = dayInZone(madeAt, timeZone);
    const headers = {
      'content-type': type,
      'content-disposition': attachment(`${table.title} ${day}.${extension}`, `${entity}_${day}.${extension}`),
    };
    return { headers, pieces: writeTable(format, table, context), count, written, end };
  });
}
