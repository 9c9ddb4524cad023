import type { Provider } from '../provider';
import { oneCSettings } from './settings';

/** 1C and whatever speaks its exchange with a site (МойСклад). It comes and asks: nothing is delivered. */
export const oneC: Provider = {
  kind: '1c',
  settings: oneCSettings,
  form: [
    'login',
    'encoding',
    'schema_version',
    'export_from',
    'send_statuses',
    'statuses',
    'number_prefix',
    'accept_new',
    'reopen_final',
    'policy',
  ],
  secrets: [{ name: 'password', origin: 'password' }],
  topics: ['order.created', 'order.updated', 'order.status_changed', 'order.payment_changed', 'order.deleted', 'order.restored'],
  merges: true,
  delays: [],
  path: ({ id }) => `/api/1c/${id}/exchange`,
};
