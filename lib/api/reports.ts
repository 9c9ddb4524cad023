import { z } from 'zod';
import { idField } from '@/lib/domain/fields';
import { formatMinor } from '@/lib/domain/money';
import { createReport } from '@/lib/domain/reports/create-report';
import { getReport, listReports } from '@/lib/domain/reports/get-report';
import { reportInput } from '@/lib/domain/reports/schema';
import { getSettings } from '@/lib/domain/settings/get-settings';
import { doneWithId, endpoint } from '@/lib/entry/endpoint';
import { reportFile, reportFormats } from '@/lib/export/report-file';
import { russianDateTime } from '@/lib/i18n/dates';

const reportOutput = z.object({
  id: idField,
  period: z.string().meta({ examples: ['week', 'month', 'year', 'custom'] }),
  new_orders_count: z.int(),
  new_clients_count: z.int(),
  total_orders_sum: z.string().meta({ examples: ['5000.00'] }),
  avg_order_sum: z.string().meta({ examples: ['500.00'] }),
  completed_orders_count: z.int(),
  date_created: z.string().meta({ examples: ['17 декабря 2024 года, 21:00'] }),
});

export const reportEndpoints = [
  endpoint({
    methods: ['POST'],
    path: '/api/reports/new/',
    summary: 'Save a report of a week, month or year, or of the days from – to',
    tag: 'reports',
    permission: 'report.write',
    writes: true,
    body: reportInput,
    output: doneWithId,
    run: (ctx, { body }) => createReport(ctx, body),
    answer: ({ id }) => ({ json: { success: true, id } }),
  }),
  endpoint({
    methods: ['GET', 'POST'],
    path: '/api/reports/get/',
    summary: 'List saved reports, newest first',
    tag: 'reports',
    permission: 'report.read',
    output: z.object({ reports: z.array(reportOutput) }),
    run: (ctx) => listReports(ctx),
    answer: (reports, { timeZone }) => ({
      json: {
        reports: reports.map((report) => ({
          id: report.id,
          period: report.period,
          new_orders_count: report.newOrdersCount,
          new_clients_count: report.newClientsCount,
          total_orders_sum: formatMinor(report.totalOrdersMinor),
          avg_order_sum: formatMinor(report.avgOrderMinor),
          completed_orders_count: report.completedOrdersCount,
          date_created: russianDateTime(report.createdAt, timeZone),
        })),
      },
    }),
  }),
  endpoint({
    methods: ['GET', 'POST'],
    path: '/api/reports/get/:id/',
    summary: 'Download a saved report',
    tag: 'reports',
    permission: 'report.read',
    query: z.object({ format: z.enum(reportFormats).default('txt') }),
    output: {
      contentTypes: [
        'text/plain',
        'text/csv',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'application/pdf',
        'application/json',
      ],
    },
    run: async (ctx, { id }) => ({ report: await getReport(ctx, id), settings: await getSettings(ctx.db) }),
    answer: async ({ report, settings }, { query, locale }) => {
      const { name, type, content } = await reportFile(report, query.format, { ...settings, locale });
      return { file: content, headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` } };
    },
  }),
];
