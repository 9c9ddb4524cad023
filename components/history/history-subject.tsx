import { useTranslations } from 'next-intl';
import type { HistoryEntry } from '@/lib/domain/history/entry';
import type { Json } from '@/lib/domain/journal/fields';

function said(fields: HistoryEntry['fields'], name: string): Json {
  return fields?.[name]?.new ?? fields?.[name]?.old ?? null;
}

/** The record a change is about, as a link where it has a page. */
export function HistorySubject({ entry: { change, fields }, clientNames }: { entry: HistoryEntry; clientNames: Map<number, string> }) {
  const t = useTranslations('orders');
  const { entity, entityId } = change;
  if (entity === 'order') return <a href={`/orders/${entityId}`}>{t('no', { id: entityId })}</a>;
  if (entity === 'client') return <a href={`/clients/${entityId}`}>{clientNames.get(entityId) ?? t('no', { id: entityId })}</a>;
  if (entity === 'report')
    return change.action === 'create' ? <a href={`/reports/${entityId}`}>{t('no', { id: entityId })}</a> : t('no', { id: entityId });
  if (entity === 'user') return <b>{String(said(fields, 'username') ?? t('no', { id: entityId }))}</b>;
  return null;
}
