import type { Provider } from '../provider';
import { type OneCSettings, oneCSettings } from './settings';

/** 1C and whatever speaks its exchange with a site (МойСклад). It comes and asks: nothing is delivered. */
export const oneC: Provider<OneCSettings> = {
  kind: '1c',
  settings: oneCSettings,
  form: [
    'login',
    'encoding',
    'schemaVersion',
    'exportFrom',
    'statuses',
    'takeOrders',
    'takeClients',
    'takeProducts',
    'reopenFinal',
    'statusMap',
  ],
  secrets: [{ name: 'password', origin: 'password' }],
  topics: ['order.created', 'order.updated', 'order.status_changed', 'order.payment_changed', 'order.deleted', 'order.restored'],
  merges: true,
  delays: [],
  path: ({ id }) => `/api/1c/${id}/exchange`,
};
