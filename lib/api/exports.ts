import { z } from 'zod';
import type { Ctx } from '@/lib/domain/context';
import { DomainError } from '@/lib/domain/errors';
import { type ExportEntity, exportEntities } from '@/lib/domain/exports/schema';
import { done, endpoint } from '@/lib/entry/endpoint';
import { openDownload } from '@/lib/export/download';
import { downloadInputs, downloadWish } from '@/lib/export/download-input';
import { progressOf, stopExport } from '@/lib/export/export-progress';
import { tableFormats } from '@/lib/export/table';
import { exportKinds } from '@/lib/export/tables/kinds';
import { tableFileType } from '@/lib/export/write-table';
import { exportTicket, wanted } from './wanted-download';

const summaries: Record<ExportEntity, string> = {
  orders: 'Orders as a file: CSV, XLSX or JSON',
  'order-lines': 'The lines of orders as a file',
  clients: 'Clients as a file',
  products: 'Products as a file',
  history: 'The history as a file, a row for each changed field',
};

function exportEndpoint(entity: ExportEntity) {
  const input = downloadInputs[entity];
  return endpoint({
    methods: ['GET', 'POST'],
    path: `/api/exports/${entity}/`,
    summary: summaries[entity],
    tag: 'exports',
    permission: exportKinds[entity].permission,
    body: input,
    query: input,
    output: { contentTypes: tableFormats.map((format) => tableFileType(format).type) },
    run: (ctx, { query, body, locale, gone }) => wanted(openDownload(ctx, downloadWish(entity, { ...body, ...query }, locale), gone())),
    answer: ({ bytes, headers }) => ({ stream: bytes, headers }),
  });
}

const ticket = z.object({ ticket: exportTicket });
const progressOutput = z.object({
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  rows: z.int(),
  total: z.int().nullable().meta({ description: 'Null where it is not counted beforehand' }),
  sum_minor: z.int().nullable().meta({ description: 'Kopecks of the rows written so far; null where nothing is added up' }),
});

function ownerOf({ actor }: Ctx): number {
  return actor.type === 'user' ? actor.id : 0;
}

export const exportEndpoints = [
  ...exportEntities.map(exportEndpoint),
  endpoint({
    methods: ['GET'],
    path: '/api/exports/progress/',
    summary: 'How far one’s own download has come',
    tag: 'exports',
    permission: 'report.read',
    query: ticket,
    output: progressOutput,
    run: async (ctx, { query }) => {
      const progress = progressOf(query.ticket, ownerOf(ctx));
      if (!progress) throw new DomainError('not_found');
      return progress;
    },
    answer: ({ state, rows, total, sumMinor }) => ({ json: { state, rows, total, sum_minor: sumMinor } }),
  }),
  endpoint({
    methods: ['DELETE'],
    path: '/api/exports/cancel/',
    summary: 'Stop one’s own download',
    tag: 'exports',
    permission: 'report.read',
    query: ticket,
    output: done,
    run: async (ctx, { query }) => {
      if (!stopExport(query.ticket, ownerOf(ctx))) throw new DomainError('not_found');
    },
    answer: () => ({ json: { success: true } }),
  }),
];
