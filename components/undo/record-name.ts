import { getTranslations } from 'next-intl/server';
import { nameClients } from '@/lib/domain/clients/name-clients';
import type { Ctx } from '@/lib/domain/context';

interface Named {
  entity: string;
  entityId: number;
}

/** What the records of an undo are called: «Заказ № 7», the client's own name. */
export async function recordNames(ctx: Ctx, records: readonly Named[]): Promise<(record: Named) => string> {
  const [t, clients] = await Promise.all([
    getTranslations('undo.records'),
    nameClients(
      ctx,
      records.filter(({ entity }) => entity === 'client').map(({ entityId }) => entityId),
    ),
  ]);
  return ({ entity, entityId }) => {
    if (entity === 'client') return clients.get(entityId) ?? t('client', { id: entityId });
    if (entity === 'order') return t('order', { id: entityId });
    if (entity === 'report') return t('report', { id: entityId });
    return entity === 'user' ? t('user', { id: entityId }) : t('settings');
  };
}
