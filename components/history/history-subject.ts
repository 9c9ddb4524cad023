import type { HistoryEntry } from '@/lib/domain/history/entry';
import type { Json } from '@/lib/domain/journal/fields';
import type { Told } from './told';
import type { ValueSetting } from './value-text';

function said(fields: HistoryEntry['fields'], name: string): Json {
  return fields?.[name]?.new ?? fields?.[name]?.old ?? null;
}

/** What records are called now, by their ids; a user's name only for those who may see the users. */
export interface RecordNames {
  clients: Map<number, string>;
  products: Map<number, string>;
  users: Map<number, string>;
  connections: Map<number, string>;
}

/** The record a change is about, as a link where it has a page; undefined for what there is one of. */
export function subjectOf({ change, fields }: HistoryEntry, names: RecordNames, t: ValueSetting['t']): Told | undefined {
  const { entity, entityId } = change;
  const no = () => t('orders.no', { id: entityId });
  if (entity === 'order') return { href: `/orders/${entityId}`, text: no() };
  if (entity === 'client') return { href: `/clients/${entityId}`, text: names.clients.get(entityId) ?? no() };
  if (entity === 'product') return { href: `/products/${entityId}`, text: names.products.get(entityId) ?? no() };
  if (entity === 'report') return change.action === 'create' ? { href: `/reports/${entityId}`, text: no() } : no();
  if (entity === 'connection') return { href: `/settings/integrations/${entityId}`, text: names.connections.get(entityId) ?? no() };
  if (entity === 'user') return { bold: String(names.users.get(entityId) ?? said(fields, 'username') ?? no()) };
  return undefined;
}
