import { IconUsers } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { clientChoice } from '@/components/clients/client-choice-of';
import { singleParams } from '@/components/data-table/list-url';
import { MergeForm } from '@/components/duplicates/merge-form';
import { MergePicker } from '@/components/duplicates/merge-picker';
import { mergeHref, takeOf } from '@/components/duplicates/merge-url';
import buttons from '@/components/form/button.module.css';
import { PageHead } from '@/components/shell/page-head';
import { EmptyState } from '@/components/states/empty-state';
import { Problem } from '@/components/states/problem';
import { formalName } from '@/lib/domain/clients/client-name';
import { getClient } from '@/lib/domain/clients/get-client';
import { suggestClients } from '@/lib/domain/clients/list-clients';
import { getMerge } from '@/lib/domain/duplicates/get-merge';
import { lackingFields } from '@/lib/domain/duplicates/merge-fields';
import { isDomainError } from '@/lib/domain/errors';
import { listOrderPage } from '@/lib/domain/orders/list-orders';
import { refusalOf } from '@/lib/entry/action';
import type { FilterParams as ListParams } from '@/lib/entry/filter-params';
import { found, type PageCtx, pageCtxFor, pageFormat, recordId } from '@/lib/entry/page';
import type { ListPageProps } from '../../../page-props';
import { mergeAction, swapAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('duplicates'))('mergeTitle') };
}

/** Orders of the other one that are shown; the rest is a link away. */
const shownOrders = 10;

async function Choosing({ ctx, main, params }: { ctx: PageCtx; main: number; params: ListParams }) {
  const typed = params.client_search?.slice(0, 200) ?? '';
  const [client, t] = await Promise.all([found(getClient(ctx, main)), getTranslations('duplicates')]);
  const clients = typed ? await suggestClients(ctx, typed, 20) : [];
  const choices = clients.filter(({ id }) => id !== client.id).map(clientChoice);
  const title = t('mergeWith', { name: formalName(client), id: String(client.id) });
  return <MergePicker key={typed} main={client.id} title={title} typed={typed} choices={choices} />;
}

/** Two clients that cannot be merged, and why. */
async function Refused({ error }: { error: unknown }) {
  const [{ message, id }, t] = await Promise.all([refusalOf(error), getTranslations('duplicates')]);
  return (
    <EmptyState icon={<IconUsers size={22} stroke={1.6} />} title={t('refused')} text={message ?? undefined}>
      {id === null ? null : (
        <a href={`/clients/${id}`} className={buttons.button}>
          {t('openClient', { id: String(id) })}
        </a>
      )}
    </EmptyState>
  );
}

async function Comparing({ ctx, main, other, params }: { ctx: PageCtx; main: number; other: number; params: ListParams }) {
  const pair = await found(getMerge(ctx, { main, other })).catch((error: unknown) => {
    if (isDomainError(error)) return error;
    throw error;
  });
  if (pair instanceof Error) return <Refused error={pair} />;
  const [format, orders] = await Promise.all([
    pageFormat(),
    listOrderPage(ctx, { client_id: other }, { sort: 'created_at', descending: true, limit: shownOrders }),
  ]);
  const take = takeOf(params) ?? lackingFields(pair.main.client, pair.other.client);
  // The key: a choice already shown in the browser would stay after its default has changed.
  const key = mergeHref({ main, other, take });
  return <MergeForm key={key} {...pair} take={take} orders={orders} format={format} actions={{ merge: mergeAction, swap: swapAction }} />;
}

export default async function MergePage({ searchParams }: ListPageProps) {
  const params = singleParams(await searchParams);
  const [ctx, t] = await Promise.all([pageCtxFor('client.write'), getTranslations()]);
  const main = recordId(params.main ?? '');
  const picked = params.client && params.intent !== 'find_client' ? recordId(params.client) : undefined;
  if (picked !== undefined) redirect(mergeHref({ main, other: picked }));
  return (
    <>
      <PageHead title={t('duplicates.mergeTitle')} parent={{ href: '/clients/duplicates', label: t('duplicates.title') }} />
      <Problem code={params.problem} />
      {params.other ? (
        <Comparing ctx={ctx} main={main} other={recordId(params.other)} params={params} />
      ) : (
        <Choosing ctx={ctx} main={main} params={params} />
      )}
    </>
  );
}
