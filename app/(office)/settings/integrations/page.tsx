import { IconPlugConnected } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConnectionTable } from '@/components/exchange/connection-table';
import { KindCards } from '@/components/exchange/kind-cards';
import { PageHead } from '@/components/shell/page-head';
import { EmptyState } from '@/components/states/empty-state';
import { listConnections } from '@/lib/domain/connections/list-connections';
import { pageCtxFor, pageFormat } from '@/lib/entry/page';
import { providerKinds } from '@/lib/integrations/registry';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange'))('title') };
}

export default async function IntegrationsPage() {
  const ctx = await pageCtxFor('connection.manage');
  const [connections, format, t] = await Promise.all([listConnections(ctx), pageFormat(), getTranslations('exchange')]);
  const some = connections.length > 0;
  return (
    <>
      <PageHead title={t('title')} />
      {some ? (
        <ConnectionTable connections={connections} format={format} />
      ) : (
        <EmptyState icon={<IconPlugConnected size={22} stroke={1.6} />} title={t('empty')} text={t('emptyText')} />
      )}
      <KindCards kinds={providerKinds} title={some ? t('addMore') : t('add')} />
    </>
  );
}
