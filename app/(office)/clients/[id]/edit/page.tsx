import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientForm } from '@/components/clients/client-form';
import { clientFormWords, clientValues } from '@/components/clients/client-form-setup';
import { PageHead } from '@/components/shell/page-head';
import { formalName } from '@/lib/domain/clients/client-name';
import { getClient } from '@/lib/domain/clients/get-client';
import { freshForm } from '@/lib/entry/form-state';
import { found, pageCtxFor, recordId } from '@/lib/entry/page';
import { readEntryWords } from '@/lib/i18n/read-entry-words';
import type { RecordPageProps } from '../../../../page-props';
import { formOwner } from '../../../form-owner';
import { saveClientAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clients'))('editTitle') };
}

export default async function EditClientPage({ params }: RecordPageProps) {
  const id = recordId((await params).id);
  const [ctx, t, words, entry] = await Promise.all([pageCtxFor('client.write'), getTranslations(), clientFormWords(), readEntryWords()]);
  const client = await found(getClient(ctx, id));
  if (client.id !== id) redirect(`/clients/${client.id}?merged=${id}`);
  return (
    <>
      <PageHead
        title={t('clients.editTitle')}
        parent={{ href: `/clients/${id}`, label: formalName(client) }}
        beside={<span id="form-note" />}
      />
      <ClientForm
        action={saveClientAction}
        initial={freshForm(clientValues(client))}
        words={words}
        lost={entry.lost}
        page={{ back: `/clients/${id}`, record: `client:${id}`, owner: formOwner(ctx), entry }}
      />
    </>
  );
}
