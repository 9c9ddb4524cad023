import { useTranslations } from 'next-intl';
import type { HistoryEntry } from '@/lib/domain/history/entry';
import type { Json } from '@/lib/domain/journal/fields';

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

/** The record a change is about, as a link where it has a page. */
export function HistorySubject({ entry: { change, fields }, names }: { entry: HistoryEntry; names: RecordNames }) {
  const t = useTranslations('orders');
  const { entity, entityId } = change;
  if (entity === 'order') return <a href={`/orders/${entityId}`}>{t('no', { id: entityId })}</a>;
  if (entity === 'client') return <a href={`/clients/${entityId}`}>{names.clients.get(entityId) ?? t('no', { id: entityId })}</a>;
  if (entity === 'product') return <a href={`/products/${entityId}`}>{names.products.get(entityId) ?? t('no', { id: entityId })}</a>;
  if (entity === 'report')
    return change.action === 'create' ? <a href={`/reports/${entityId}`}>{t('no', { id: entityId })}</a> : t('no', { id: entityId });
  if (entity === 'connection')
    return <a href={`/settings/integrations/${entityId}`}>{names.connections.get(entityId) ?? t('no', { id: entityId })}</a>;
  if (entity === 'user') return <b>{String(names.users.get(entityId) ?? said(fields, 'username') ?? t('no', { id: entityId }))}</b>;
  return null;
}
