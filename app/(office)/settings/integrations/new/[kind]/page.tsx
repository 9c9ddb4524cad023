import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { connectionFields, secretFields, topicGroups } from '@/components/exchange/connection-fields';
import { ConnectionForm } from '@/components/exchange/connection-form';
import { freshConnection } from '@/components/exchange/form-state';
import { formWords } from '@/components/exchange/form-words';
import { Steps } from '@/components/exchange/steps';
import { exchangeWords } from '@/components/exchange/words';
import settings from '@/components/settings/settings.module.css';
import { PageHead } from '@/components/shell/page-head';
import { pageCtxFor } from '@/lib/entry/page';
import { choosesTopics } from '@/lib/integrations/read-input';
import { providerOf } from '@/lib/integrations/registry';
import { addConnectionAction } from '../../actions';

interface KindPageProps {
  params: Promise<{ kind: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange'))('new') };
}

export default async function NewConnectionPage({ params }: KindPageProps) {
  await pageCtxFor('connection.manage');
  const provider = providerOf((await params).kind) ?? notFound();
  const { kind } = provider;
  const [t, words] = await Promise.all([exchangeWords(), formWords()]);
  const name = { name: 'name', kind: 'text', label: t('fields.name'), hint: t('fieldHints.name'), initial: t(`kinds.${kind}`) } as const;
  return (
    <>
      <PageHead title={t('newOf', { kind: t(`kinds.${kind}`) })} parent={{ href: '/settings/integrations', label: t('title') }} />
      <div className={settings.sections}>
        <section className={settings.section}>
          <p className={settings.text}>{t(`kindTexts.${kind}`)}</p>
          <Steps kind={kind} />
        </section>
        <section className={settings.section}>
          <ConnectionForm
            action={addConnectionAction}
            initial={freshConnection({ kind })}
            fields={[name, ...connectionFields(provider, t), ...secretFields(provider, t)]}
            topics={choosesTopics(provider) ? topicGroups(t) : undefined}
            submit={t('add')}
            words={words}
          />
        </section>
      </div>
    </>
  );
}
