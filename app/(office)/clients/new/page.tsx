import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientForm } from '@/components/clients/client-form';
import { clientFormWords } from '@/components/clients/client-form-setup';
import { PageHead } from '@/components/shell/page-head';
import { freshForm } from '@/lib/entry/form-state';
import { pageCtxFor } from '@/lib/entry/page';
import { readEntryWords } from '@/lib/i18n/read-entry-words';
import { formOwner } from '../../form-owner';
import { saveClientAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clients'))('newTitle') };
}

export default async function NewClientPage() {
  const [ctx, t, words, entry] = await Promise.all([pageCtxFor('client.write'), getTranslations(), clientFormWords(), readEntryWords()]);
  const initial = freshForm({ form_key: randomUUID() });
  return (
    <>
      <PageHead title={t('clients.newTitle')} parent={{ href: '/clients', label: t('clients.title') }} beside={<span id="form-note" />} />
      <ClientForm
        action={saveClientAction}
        initial={initial}
        words={words}
        lost={entry.lost}
        page={{ back: '/clients', record: 'client:new', owner: formOwner(ctx), entry }}
      />
    </>
  );
}
