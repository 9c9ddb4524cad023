import { exportClients } from '../../domain/exports/export-clients';
import { exportHistory } from '../../domain/exports/export-history';
import { exportJournal } from '../../domain/exports/export-journal';
import { exportOrderLines, exportOrders } from '../../domain/exports/export-orders';
import { exportProducts } from '../../domain/exports/export-products';
import type { Exported } from '../../domain/exports/open-export';
import type { ExportEntity, ExportWish, HistoryFilter } from '../../domain/exports/schema';
import type { HistoryEntry } from '../../domain/history/entry';
import { clientColumns } from './client-columns';
import { changeNo, type HistoryRow, historyColumns, historyRows } from './history-columns';
import { journalColumns } from './journal-columns';
import { type ExportKind, exportKind } from './open-table';
import { orderColumns, orderLineColumns } from './order-columns';
import { productColumns } from './product-columns';

const identity = ['id', 'version'] as const;

async function* facts(blocks: AsyncIterable<HistoryEntry[]>): AsyncGenerator<HistoryRow[]> {
  for await (const block of blocks) yield historyRows(block);
}

function told(exported: Exported<HistoryEntry>): Exported<HistoryRow> {
  return { ...exported, blocks: facts(exported.blocks) };
}

/** Everything that can be downloaded. */
export const exportKinds: Record<ExportEntity, ExportKind> = {
  orders: exportKind({
    permission: 'order.read',
    columns: orderColumns,
    always: identity,
    shown: { client: ['client_name', 'company'], product: ['goods'], mobile_phone: ['client_phone'], email: ['client_email'] },
    open: exportOrders,
    proof: ({ order }) => `${order.id}:${order.version}:${order.totalMinor}`,
    sum: 'total_price',
  }),
  'order-lines': exportKind({
    permission: 'order.read',
    columns: orderLineColumns,
    always: identity,
    shown: {},
    open: exportOrderLines,
    proof: ({ order, line }) => `${order.id}:${order.version}:${line.position}:${line.totalMinor}`,
    sum: 'line_total',
  }),
  clients: exportKind({
    permission: 'client.read',
    columns: clientColumns,
    always: identity,
    shown: { name: ['last_name', 'first_name', 'middle_name', 'company'] },
    open: exportClients,
    proof: ({ client, totals }) => `${client.id}:${client.version}:${totals.totalMinor}`,
    sum: 'total',
  }),
  products: exportKind({
    permission: 'product.read',
    columns: productColumns,
    always: identity,
    shown: {},
    open: exportProducts,
    proof: ({ product, sales }) => `${product.id}:${product.version}:${sales.totalMinor}`,
    sum: undefined,
  }),
  journal: exportKind({
    permission: 'order.read',
    columns: journalColumns,
    always: [],
    shown: {},
    open: exportJournal,
    proof: ({ entry, account, amountMinor }) => `${entry}:${account}:${amountMinor}`,
    sum: undefined,
  }),
  history: exportKind({
    permission: 'history.read',
    columns: historyColumns,
    always: [],
    shown: {},
    open: async (ctx, wish: ExportWish<HistoryFilter, 'at'>) => told(await exportHistory(ctx, wish)),
    proof: ({ entry }) => `${changeNo(entry)}:${entry.change.valueDigest}`,
    sum: undefined,
  }),
};
