import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { connectionFields, topicGroups, topicPrefix } from '@/components/exchange/connection-fields';
import { ConnectionForm } from '@/components/exchange/connection-form';
import { ConnectionFrame } from '@/components/exchange/connection-frame';
import { freshConnection } from '@/components/exchange/form-state';
import { formWords } from '@/components/exchange/form-words';
import { LastChange } from '@/components/settings/last-change';
import { SavedStrip } from '@/components/settings/saved-strip';
import settings from '@/components/settings/settings.module.css';
import { listHistory } from '@/lib/domain/history/list-history';
import { choosesTopics, textsOfSettings } from '@/lib/integrations/read-input';
import type { RecordPageProps } from '../../../../../page-props';
import { saveConnectionAction, switchConnectionAction } from '../../actions';
import { connectionPage } from '../connection-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange.tabs'))('settings') };
}

export default async function ConnectionSettingsPage(props: RecordPageProps) {
  const { id, ctx, connection, provider, format, t, given } = await connectionPage(props);
  const [words, history, tForm] = await Promise.all([
    formWords(),
    listHistory(ctx, { entity: 'connection', entityId: id, limit: 1 }),
    getTranslations('form'),
  ]);
  const { name, kind, version, topics } = connection;
  const chosen = topics.map((topic) => [`${topicPrefix}${topic}`, 'on'] as const);
  const values = {
    ...textsOfSettings(connection.settings),
    ...Object.fromEntries(chosen),
    id: String(id),
    version: String(version),
    kind,
    name,
  };
  const named = { name: 'name', kind: 'text', label: t('fields.name'), hint: t('fieldHints.name'), initial: name } as const;
  const stale = {
    stale: tForm('stale'),
    staleNow: tForm('staleNow'),
    saveAnyway: tForm('saveAnyway'),
    openCurrent: tForm('openCurrent'),
  };
  const frame = { connection, provider, format, problem: given.problem, switchState: switchConnectionAction };
  return (
    <ConnectionFrame {...frame} tab="settings">
      <SavedStrip saved={given.saved} />
      <div className={settings.sections}>
        <section className={settings.section} style={{ paddingTop: 8 }}>
          {provider ? (
            <ConnectionForm
              key={version}
              action={saveConnectionAction}
              initial={freshConnection(values)}
              fields={[named, ...connectionFields(provider, t)]}
              topics={choosesTopics(provider) ? topicGroups(t) : undefined}
              submit={tForm('save')}
              words={words}
              stale={{ href: `/settings/integrations/${id}/settings`, words: stale }}
            />
          ) : null}
          <LastChange entry={history.entries[0]} format={format} history="/history?entity=connection" />
        </section>
      </div>
    </ConnectionFrame>
  );
}
