import { getTranslations } from 'next-intl/server';
import { nameClients } from '@/lib/domain/clients/name-clients';
import type { Ctx } from '@/lib/domain/context';
import { nameProducts } from '@/lib/domain/products/name-products';

interface Named {
  entity: string;
  entityId: number;
}

/** What the records of an undo are called: «Заказ № 7», the client's own name. */
export async function recordNames(ctx: Ctx, records: readonly Named[]): Promise<(record: Named) => string> {
  const idsOf = (wanted: string) => records.filter(({ entity }) => entity === wanted).map(({ entityId }) => entityId);
  const [t, clients, products] = await Promise.all([
    getTranslations('undo.records'),
    nameClients(ctx, idsOf('client')),
    nameProducts(ctx, idsOf('product')),
  ]);
  return ({ entity, entityId }) => {
    if (entity === 'client') return clients.get(entityId) ?? t('client', { id: entityId });
    if (entity === 'product') return products.get(entityId) ?? t('product', { id: entityId });
    if (entity === 'order') return t('order', { id: entityId });
    if (entity === 'connection') return t('connection', { id: entityId });
    if (entity === 'report') return t('report', { id: entityId });
    return entity === 'user' ? t('user', { id: entityId }) : t('settings');
  };
}
