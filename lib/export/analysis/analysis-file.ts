import type { Ctx } from '../../domain/context';
import type { AnalysisQuestion } from '../../domain/reports/analysis';
import { getAnalysis } from '../../domain/reports/get-analysis';
import { getSettings } from '../../domain/settings/get-settings';
import { makeFormat } from '../../i18n/format';
import type { Locale } from '../../i18n/locale';
import { pageWords } from '../../i18n/page-words';
import { printWords } from '../../i18n/print-words';
import { attachment } from '../file-name';
import { type CsvPreset, tableFormats } from '../table';
import { statusWords } from '../tables/column';
import { describeFilter } from '../tables/describe-wish';
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
}

export interface AnalysisFile {
  headers: Record<string, string>;
  content: Uint8Array | AsyncIterable<Uint8Array>;
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

/** A report as a file: what the page shows for the same question, by the same words. Throws `forbidden`. */
export async function analysisFile(ctx: Ctx, { question, format, preset, sorting, locale }: AnalysisWish): Promise<AnalysisFile> {
  const found = await getAnalysis(ctx, question);
  const analysis = { ...found, rows: sortedRows(found.rows, sorting) };
  const reader = await readerOf(ctx, locale);
  const t = pageWords(locale);
  const conditions = await describeFilter(ctx, question.filter, { t, locale, format: reader.format, status: statusWords(t) });
  const asked: AskedAnalysis = { question, conditions };
  const { from, to } = analysis.range;
  const days = reader.words('analysis.file', { from, to });
  const { type, extension } = format === 'pdf' ? { type: 'application/pdf', extension: 'pdf' } : tableFileType(format);
  const headers = {
    'content-type': type,
    'content-disposition': attachment(`${days}.${extension}`, `report_${from}_${to}.${extension}`),
    'x-row-count': String(countTableRows(analysis)),
  };
  if (format === 'pdf') return { headers, content: await analysisPdf(analysis, asked, reader) };
  const forPeople = format === 'xlsx' || (format === 'csv' && preset === 'excel');
  const table = analysisTable(analysis, asked, reader, { forPeople });
  return { headers, content: writeTable(format, table, { timeZone: reader.timeZone, locale, preset, madeAt: reader.madeAt }) };
}
