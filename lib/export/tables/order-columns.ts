import { formalName } from '../../domain/clients/client-name';
import type { ExportedLine, ExportedOrder } from '../../domain/exports/export-orders';
import { type ExportColumn, filled } from './column';

type OrderColumn = ExportColumn<ExportedOrder>;

/** Which order it is, and as which version it was downloaded: what an import goes by. */
const identity: OrderColumn[] = [
  { name: 'id', kind: 'count', width: 9, of: ({ order }) => order.id },
  { name: 'version', kind: 'count', width: 8, of: ({ order }) => order.version },
];

const externalNo: OrderColumn = { name: 'external_no', kind: 'code', width: 14, of: ({ order }) => filled(order.externalNo) };
const created: OrderColumn = { name: 'created_at', kind: 'instant', width: 17, of: ({ order }) => order.createdAt };
const status: OrderColumn = { name: 'status', kind: 'text', width: 11, of: ({ order }, words) => words.status(order.status) };
const dueDay: OrderColumn = { name: 'due_day', kind: 'day', width: 11, of: ({ order }) => order.dueDay };
const description: OrderColumn = { name: 'description', kind: 'text', width: 40, of: ({ order }) => filled(order.description) };
const author: OrderColumn = { name: 'author', kind: 'text', width: 18, of: ({ author: name }) => name };

const client: OrderColumn[] = [
  { name: 'client_id', kind: 'count', width: 10, of: ({ client: { id } }) => id },
  { name: 'client_name', kind: 'text', width: 32, of: ({ client: who }) => formalName(who) },
  { name: 'company', kind: 'text', width: 28, of: ({ client: { company } }) => filled(company) },
  { name: 'client_phone', title: 'mobile_phone', kind: 'code', width: 16, of: ({ client: { mobilePhone } }) => mobilePhone },
  { name: 'client_email', title: 'email', kind: 'text', width: 26, of: ({ client: { email } }) => email },
];

/** What an order that is not cancelled still owes; what was paid too much is no debt. */
function owed({ order }: ExportedOrder): number {
  return order.status === 'Cancelled' ? 0 : Math.max(0, order.totalMinor - order.paidMinor);
}

/** An order a row. Goods and their number bear other names than the lines', which an import would take them for. */
export const orderColumns: readonly OrderColumn[] = [
  ...identity,
  externalNo,
  created,
  ...client,
  { name: 'goods', kind: 'text', width: 36, of: ({ order }) => order.product },
  { name: 'line_count', kind: 'count', width: 9, of: ({ order }) => order.lineCount },
  { name: 'total_quantity', kind: 'quantity', width: 12, of: ({ order }) => order.quantityMilli },
  { name: 'total_price', kind: 'money', width: 16, of: ({ order }) => order.totalMinor, summed: true },
  { name: 'paid', kind: 'money', width: 16, of: ({ order }) => order.paidMinor, summed: true },
  { name: 'owed', kind: 'money', width: 16, of: owed, summed: true },
  status,
  dueDay,
  description,
  author,
  { name: 'updated_at', kind: 'instant', width: 17, of: ({ order }) => order.updatedAt },
];

/** A line a row, its order's values before it. */
export const orderLineColumns: readonly ExportColumn<ExportedLine>[] = [
  ...identity,
  externalNo,
  created,
  ...client,
  status,
  dueDay,
  description,
  { name: 'position', kind: 'count', width: 7, of: ({ line }) => line.position },
  { name: 'product', kind: 'text', width: 36, of: ({ line }) => line.product },
  { name: 'sku', kind: 'code', width: 14, of: ({ line }) => filled(line.sku) },
  { name: 'unit', kind: 'text', width: 7, of: ({ line }) => filled(line.unit) },
  { name: 'quantity', kind: 'quantity', width: 12, of: ({ line }) => line.quantityMilli },
  { name: 'price', kind: 'money', width: 14, of: ({ line }) => line.priceMinor },
  { name: 'discount', kind: 'money', width: 14, of: ({ line }) => line.discountMinor, summed: true },
  { name: 'vat_rate', kind: 'share', width: 12, of: ({ line }) => line.vatRate },
  { name: 'line_total', kind: 'money', width: 16, of: ({ line }) => line.totalMinor, summed: true },
  author,
];
