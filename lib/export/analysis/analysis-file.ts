import type { Ctx } from '../../domain/context';
import { may } from '../../domain/permissions';
import type { Analysis, AnalysisQuestion } from '../../domain/reports/analysis';
import { getAnalysis } from '../../domain/reports/get-analysis';
import { getSettings } from '../../domain/settings/get-settings';
import { makeFormat } from '../../i18n/format';
import type { Locale } from '../../i18n/locale';
import { pageWords } from '../../i18n/page-words';
import { printWords } from '../../i18n/print-words';
import { attachment } from '../file-name';
import { type CsvPreset, type Table, tableFormats } from '../table';
import { statusWords } from '../tables/column';
import { describeFilter } from '../tables/describe-wish';
import { type Download, trackedDownload } from '../tracked-download';
import { tableFileType, writeTable } from '../write-table';
import { analysisPdf } from './analysis-pdf';
import { type RowSorting, sortedRows } from './analysis-sorting';
import { analysisTable, countTableRows } from './analysis-table';
import type { AnalysisReader, AskedAnalysis } from './analysis-words';

export const analysisFormats = [...tableFormats, 'pdf'] as const;

export interface AnalysisWish {
  question: AnalysisQuestion;
  format: (typeof analysisFormats)[number];
  preset: CsvPreset;
  /** How the page sorts the rows, where it does not as the report does. */
  sorting?: RowSorting;
  locale: Locale;
  /** Under which its reader follows it. */
  ticket?: string;
}

async function readerOf(ctx: Ctx, locale: Locale): Promise<AnalysisReader> {
  const { timeZone, currency, organisation } = await getSettings(ctx.db);
  const madeAt = ctx.now().getTime();
  return {
    words: printWords(locale),
    format: makeFormat({ locale, timeZone, currency, now: madeAt }),
    locale,
    organisation,
    timeZone,
    user: ctx.actor.type === 'anonymous' ? '' : ctx.actor.name,
    madeAt,
  };
}

async function* made(content: Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await content;
}

/** A table whose rows are counted while they are written. */
function counting(table: Table): { table: Table; rows: () => number } {
  let count = 0;
  async function* rows() {
    for await (const block of table.rows) {
      yield block;
      count += block.length;
    }
  }
  return { table: { ...table, rows: rows() }, rows: () => count };
}

function piecesOf({ format, preset, locale }: AnalysisWish, analysis: Analysis, asked: AskedAnalysis, reader: AnalysisReader) {
  const count = countTableRows(analysis);
  if (format === 'pdf') return { count, pieces: made(analysisPdf(analysis, asked, reader)), rows: () => count };
  const forPeople = format === 'xlsx' || (format === 'csv' && preset === 'excel');
  const { table, rows } = counting(analysisTable(analysis, asked, reader, { forPeople }));
  const { timeZone, madeAt } = reader;
  return { count, pieces: writeTable(format, table, { timeZone, locale, preset, madeAt }), rows };
}

/**
 * A report as a file: what the page shows for the same question, by the same words, followed and stopped as any download.
 * Throws `forbidden`, and what `trackedDownload` throws.
 */
export async function openAnalysisFile(ctx: Ctx, wish: AnalysisWish, gone: AbortSignal): Promise<Download> {
  may(ctx, 'report.read');
  const { question, format, sorting, locale, ticket } = wish;
  return trackedDownload(ctx, { ticket, gone }, async (signal) => {
    const found = await getAnalysis(ctx, question, signal);
    const analysis = { ...found, rows: sortedRows(found.rows, sorting) };
    const reader = await readerOf(ctx, locale);
    const t = pageWords(locale);
    const conditions = await describeFilter(ctx, question.filter, { t, locale, format: reader.format, status: statusWords(t) });
    const { from, to } = analysis.range;
    const days = reader.words('analysis.file', { from, to });
    const { type, extension } = format === 'pdf' ? { type: 'application/pdf', extension: 'pdf' } : tableFileType(format);
    const headers = {
      'content-type': type,
      'content-disposition': attachment(`${days}.${extension}`, `report_${from}_${to}.${extension}`),
    };
    const { pieces, count, rows } = piecesOf(wish, analysis, { question, conditions }, reader);
    const written = () => ({ rows: rows(), sumMinor: analysis.figures.totalMinor });
    return { headers, pieces, count, written, end: async () => undefined };
  });
}
