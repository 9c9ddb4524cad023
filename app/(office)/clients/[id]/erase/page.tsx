import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EraseClient } from '@/components/clients/erase-client';
import { ErasedStrip } from '@/components/clients/erased-strip';
import { singleParams } from '@/components/data-table/list-url';
import { PageHead } from '@/components/shell/page-head';
import { Problem } from '@/components/states/problem';
import { formalName } from '@/lib/domain/clients/client-name';
import { getClientCard } from '@/lib/domain/clients/get-client';
import { found, pageCtxFor, pageFormat, recordId } from '@/lib/entry/page';
import type { RecordPageProps } from '../../../../page-props';
import { eraseClientAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('erase'))('title') };
}

export default async function EraseClientPage({ params, searchParams }: RecordPageProps) {
  const id = recordId((await params).id);
  const [ctx, format, t] = await Promise.all([pageCtxFor('privacy.erase'), pageFormat(), getTranslations('erase')]);
  const { client, totals } = await found(getClientCard(ctx, id));
  const { problem } = singleParams(await searchParams);
  const wrongNumber = problem === 'wrong_number';
  return (
    <>
      <PageHead
        title={t('title')}
        parent={{ href: `/clients/${id}`, label: formalName(client) }}
        under={t('about', { name: formalName(client), id })}
      />
      {wrongNumber ? null : <Problem code={problem} />}
      {client.erasedAt === null ? (
        <EraseClient id={id} version={client.version} orders={totals.orders} action={eraseClientAction} wrongNumber={wrongNumber} />
      ) : (
        <ErasedStrip erasedAt={client.erasedAt} format={format} />
      )}
    </>
  );
}
