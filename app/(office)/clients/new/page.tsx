import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientForm } from '@/components/clients/client-form';
import { clientFormWords } from '@/components/clients/client-form-setup';
import { PageHead } from '@/components/shell/page-head';
import { freshForm } from '@/lib/entry/form-state';
import { pageCtxFor } from '@/lib/entry/page';
import { saveClientAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clients'))('newTitle') };
}

export default async function NewClientPage() {
  await pageCtxFor('client.write');
  const t = await getTranslations('clients');
  const initial = freshForm({ form_key: randomUUID() });
  return (
    <>
      <PageHead title={t('newTitle')} parent={{ href: '/clients', label: t('title') }} />
      <ClientForm action={saveClientAction} initial={initial} words={await clientFormWords()} back="/clients" />
    </>
  );
}
