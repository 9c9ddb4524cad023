import type { CountedClient } from '@/db/queries/client-lists';
import { type ExportColumn, filled } from './column';

/** A client a row. */
export const clientColumns: readonly ExportColumn<CountedClient>[] = [
  { name: 'id', kind: 'count', width: 9, of: ({ client }) => client.id },
  { name: 'version', kind: 'count', width: 8, of: ({ client }) => client.version },
  { name: 'last_name', kind: 'text', width: 18, of: ({ client }) => filled(client.lastName) },
  { name: 'first_name', kind: 'text', width: 16, of: ({ client }) => filled(client.firstName) },
  { name: 'middle_name', kind: 'text', width: 18, of: ({ client }) => client.middleName },
  { name: 'company', kind: 'text', width: 30, of: ({ client }) => filled(client.company) },
  { name: 'mobile_phone', kind: 'code', width: 16, of: ({ client }) => client.mobilePhone },
  { name: 'email', kind: 'text', width: 28, of: ({ client }) => client.email },
  { name: 'inn', kind: 'code', width: 14, of: ({ client }) => filled(client.inn) },
  { name: 'address', kind: 'text', width: 40, of: ({ client }) => filled(client.address) },
  { name: 'comment', kind: 'text', width: 40, of: ({ client }) => filled(client.comment) },
  { name: 'orders', kind: 'count', width: 10, of: ({ totals }) => totals.orders },
  { name: 'total', kind: 'money', width: 16, of: ({ totals }) => totals.totalMinor, summed: true },
  { name: 'debt', title: 'owed', kind: 'money', width: 16, of: ({ totals }) => totals.debtMinor, summed: true },
  { name: 'last_order', kind: 'instant', width: 17, of: ({ totals }) => totals.lastOrderAt },
  { name: 'created_at', kind: 'instant', width: 17, of: ({ client }) => client.createdAt },
  { name: 'updated_at', kind: 'instant', width: 17, of: ({ client }) => client.updatedAt },
];
