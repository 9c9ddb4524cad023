import { IconArrowsLeftRight } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConnectionFrame } from '@/components/exchange/connection-frame';
import { MappingForm } from '@/components/exchange/mapping-form';
import { SavedStrip } from '@/components/settings/saved-strip';
import { EmptyState } from '@/components/states/empty-state';
import { getMapping } from '@/lib/domain/exchange/mapping';
import type { RecordPageProps } from '../../../../../page-props';
import { switchConnectionAction } from '../../actions';
import { saveMappingAction } from '../../exchange-actions';
import { connectionPage } from '../connection-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange.tabs'))('mapping') };
}

export default async function MappingPage(props: RecordPageProps) {
  const { id, ctx, connection, provider, format, t, given } = await connectionPage(props);
  const view = await getMapping(ctx, id);
  const fields = Object.entries(provider?.sync?.optional ?? {}).flatMap(([entity, names]) => names.map((name) => `${entity}.${name}`));
  const known = fields.length > 0 || Object.values(view.vocabulary).some((entries) => entries.length > 0);
  const frame = { connection, provider, format, problem: given.problem, switchState: switchConnectionAction };
  return (
    <ConnectionFrame {...frame} tab="mapping">
      <SavedStrip saved={given.saved} />
      {known ? (
        <MappingForm id={id} view={view} fields={fields} action={saveMappingAction} />
      ) : (
        <EmptyState icon={<IconArrowsLeftRight size={22} stroke={1.6} />} title={t('mapping.empty')} text={t('mapping.emptyText')} />
      )}
    </ConnectionFrame>
  );
}
