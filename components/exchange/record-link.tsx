import { useTranslations } from 'next-intl';

/** The record that is exchanged, by its number. */
export function RecordLink({ entity, id, name }: { entity: string; id: number | null; name?: string }) {
  const t = useTranslations('undo.records');
  const tExchange = useTranslations('exchange');
  if (id === null) return <>{name}</>;
  if (entity === 'order') return <a href={`/orders/${id}`}>{name || t('order', { id })}</a>;
  if (entity === 'client') return <a href={`/clients/${id}`}>{name || t('client', { id })}</a>;
  if (entity === 'product') return <a href={`/products/${id}`}>{name || t('product', { id })}</a>;
  return <>{tExchange('testEvent')}</>;
}
