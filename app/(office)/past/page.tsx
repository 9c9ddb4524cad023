import { IconHistory } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PastFilter } from '@/components/past/past-filter';
import { PastChanges, PastList } from '@/components/past/past-list';
import { PastStrip } from '@/components/past/past-strip';
import { readPastUrl } from '@/components/past/past-url';
import { PageHead } from '@/components/shell/page-head';
import { EmptyState } from '@/components/states/empty-state';
import { nameClients } from '@/lib/domain/clients/name-clients';
import { pageCtx, pageFormat, pageSettings } from '@/lib/entry/page';
import type { ListPageProps } from '../../page-props';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('past'))('title') };
}

export default async function PastPage({ searchParams }: ListPageProps) {
  const [ctx, format, settings, t] = await Promise.all([pageCtx(), pageFormat(), pageSettings(), getTranslations()]);
  const now = ctx.now().getTime();
  const url = readPastUrl(await searchParams, settings.timeZone, now);
  const { at, to, client, entity } = url;
  const clientName = client ? (await nameClients(ctx, [client])).get(client) : undefined;
  return (
    <>
      <PageHead title={t('past.title')} parent={{ href: '/history', label: t('history.title') }} />
      <PastFilter url={url} now={now} clientName={clientName} format={format} />
      {at === undefined ? (
        <EmptyState icon={<IconHistory size={22} stroke={1.6} />} title={t('past.choose')} text={t('past.chooseText')} />
      ) : (
        <>
          <PastStrip at={at} to={to} format={format}>
            <a href={entity === 'order' ? '/orders' : '/clients'}>{t('past.listNow')}</a>
          </PastStrip>
          {to === undefined ? (
            <PastList ctx={ctx} url={url} at={at} format={format} />
          ) : (
            <PastChanges ctx={ctx} url={url} at={at} to={to} format={format} />
          )}
        </>
      )}
    </>
  );
}
