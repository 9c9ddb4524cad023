import { z } from 'zod';
import type { Ctx } from '@/lib/domain/context';
import { idField, idOrNone, line } from '@/lib/domain/fields';
import { orderStatuses } from '@/lib/domain/orders/schema';
import { dayInZone } from '@/lib/domain/period';
import { reportGroups } from '@/lib/domain/reports/analysis';
import { getAnalysis } from '@/lib/domain/reports/get-analysis';
import { checkDays, questionOf, type ReportQuestion, reportQuestionFields } from '@/lib/domain/reports/question';
import { endpoint } from '@/lib/entry/endpoint';
import { analysisFormats, openAnalysisFile } from '@/lib/export/analysis/analysis-file';
import { type RowSorting, rowSorts } from '@/lib/export/analysis/analysis-sorting';
import { csvPresets } from '@/lib/export/table';
import { locales } from '@/lib/i18n/locale';
import { analysisOutput, showAnalysis } from './analysis-output';
import { exportTicket, wanted } from './wanted-download';

/** Several values with commas between them, as addresses have them. */
function several<T extends z.ZodType<unknown, string>>(one: T, most: number) {
  const split = (text: string) => text.split(',').filter(Boolean);
  return z.string().max(200).transform(split).pipe(z.array(one).min(1).max(most)).optional();
}

const questionBody = z
  .object({
    ...reportQuestionFields,
    limit: z.int().min(1).max(10_000).default(1000).meta({ description: 'Rows of the first grouping that are told' }),
  })
  .superRefine(checkDays);

const sorts = [...rowSorts, ...rowSorts.map((sort) => `-${sort}` as const)];

const tableQuery = z
  .object({
    ...reportQuestionFields,
    status: several(z.enum(orderStatuses), orderStatuses.length),
    group: several(z.enum(reportGroups), 2).meta({ description: 'One or two with a comma between them' }),
    q: line(200).optional().meta({ description: 'Same as search' }),
    client: idField.optional().meta({ description: 'Same as client_id' }),
    author: idOrNone.optional().meta({ description: 'Same as author_id' }),
    sort: z.enum(sorts).optional().meta({ description: 'Order of the rows, as on the page' }),
    format: z.enum(analysisFormats).default('csv'),
    ticket: exportTicket.optional().meta({ description: 'A name of your own, for `/api/exports/progress/` and `/api/exports/cancel/`' }),
    preset: z.enum(csvPresets).default('excel').meta({ description: 'Of CSV: as a Russian Excel or as machines read it' }),
    lang: z.enum(locales).optional().meta({ description: 'Language of headings and words; else the one that Accept-Language prefers' }),
  })
  .superRefine(checkDays);

function sortingOf(sort: (typeof sorts)[number] | undefined): RowSorting | undefined {
  const name = rowSorts.find((one) => one === sort?.replace(/^-/, ''));
  return name && { sort: name, descending: sort?.startsWith('-') ?? false };
}

/** Names that addresses of pages have for fields of the filter. */
function longNames({
  q,
  client,
  author,
  ...fields
}: Omit<z.output<typeof tableQuery>, 'sort' | 'format' | 'preset' | 'lang' | 'ticket'>): ReportQuestion {
  const { search = q, client_id = client, author_id = author } = fields;
  return { ...fields, search, client_id, author_id };
}

function bound(ctx: Ctx, fields: ReportQuestion, timeZone: string) {
  return questionOf(fields, dayInZone(ctx.now(), timeZone));
}

export const analysisEndpoints = [
  endpoint({
    methods: ['POST'],
    path: '/api/reports/analysis/',
    summary: 'A report over any days: figures, bars, rows by any two groupings, weekdays and hours',
    tag: 'reports',
    permission: 'report.read',
    body: questionBody,
    output: analysisOutput,
    run: async (ctx, { body: { limit: _, ...fields }, timeZone }) => {
      const question = bound(ctx, fields, timeZone);
      return { analysis: await getAnalysis(ctx, question), groups: question.groups };
    },
    answer: ({ analysis, groups }, { body }) => ({ json: showAnalysis(analysis, [...groups], body.limit) }),
  }),
  endpoint({
    methods: ['GET'],
    path: '/api/reports/table/',
    summary: 'The table of such a report as a file, by the address of its page',
    tag: 'reports',
    permission: 'report.read',
    query: tableQuery,
    output: {
      contentTypes: [
        'text/csv',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'application/json',
        'application/pdf',
      ],
    },
    run: (ctx, { query: { sort, format, preset, lang, ticket, ...fields }, locale, timeZone, gone }) => {
      const question = bound(ctx, longNames(fields), timeZone);
      const wish = { question, format, preset, sorting: sortingOf(sort), locale: lang ?? locale, ticket };
      return wanted(openAnalysisFile(ctx, wish, gone()));
    },
    answer: ({ bytes, headers }) => ({ stream: bytes, headers }),
  }),
];
