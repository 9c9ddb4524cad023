import type { Topic } from '../connections/schema';
import type { Change } from '../journal/record-change';

const events = { create: 'created', update: 'updated', delete: 'deleted', restore: 'restored' } as const;

/** The events that one change is; empty for records that connections are not told of. */
export function topicsOf({ entity, action, fields }: Pick<Change, 'entity' | 'action' | 'fields'>): Topic[] {
  if (entity !== 'order' && entity !== 'client' && entity !== 'product') return [];
  const told: Topic[] = [`${entity}.${events[action]}`];
  if (entity === 'order' && action === 'update') {
    if (fields.status) told.push('order.status_changed');
    if (fields.payments) told.push('order.payment_changed');
  }
  return told;
}
