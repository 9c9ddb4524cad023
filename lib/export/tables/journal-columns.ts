import type { Posting } from '../../domain/exports/postings';
import type { ExportColumn } from './column';

/** A posting a row. */
export const journalColumns: readonly ExportColumn<Posting>[] = [
  { name: 'entry', kind: 'text', width: 16, of: ({ entry }) => entry },
  { name: 'day', kind: 'day', width: 12, of: ({ day }) => day },
  { name: 'order_id', kind: 'count', width: 9, of: ({ orderId }) => orderId },
  { name: 'client_id', kind: 'count', width: 11, of: ({ clientId }) => clientId },
  { name: 'client_name', kind: 'text', width: 30, of: ({ clientName }) => clientName },
  { name: 'account', kind: 'text', width: 44, of: ({ account }) => account },
  { name: 'amount', kind: 'money', width: 16, of: ({ amountMinor }) => amountMinor },
];
