import { IconChecks } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { hrefWith } from '@/components/data-table/list-url';
import { ConflictList } from '@/components/exchange/conflict-list';
import { ConnectionFrame } from '@/components/exchange/connection-frame';
import { tabHref } from '@/components/exchange/connection-tabs';
import { CheckPager } from '@/components/imports/check-pager';
import { EmptyState } from '@/components/states/empty-state';
import { listConflicts } from '@/lib/domain/exchange/list-conflicts';
import type { RecordPageProps } from '../../../../../page-props';
import { switchConnectionAction } from '../../actions';
import { decideConflictAction } from '../../exchange-actions';
import { connectionPage, placeIn } from '../connection-page';

/** Conflicts of a page. */
const shown = 20;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange.tabs'))('conflicts') };
}

export default async function ConflictsPage(props: RecordPageProps) {
  const { id, ctx, connection, provider, format, t, given } = await connectionPage(props);
  const before = placeIn(given, 'before');
  const found = await listConflicts(ctx, { connectionId: id, state: 'open', before, limit: shown + 1 });
  const conflicts = found.slice(0, shown);
  const path = tabHref(id, 'conflicts');
  const frame = { connection, provider, format, problem: given.problem, switchState: switchConnectionAction };
  return (
    <ConnectionFrame {...frame} tab="conflicts">
      {conflicts.length > 0 ? (
        <ConflictList conflicts={conflicts} format={format} decide={decideConflictAction} />
      ) : (
        <EmptyState icon={<IconChecks size={22} stroke={1.6} />} title={t('conflict.none')} text={t('conflict.noneText')} />
      )}
      <CheckPager
        previous={before === undefined ? undefined : path}
        next={found.length > shown ? hrefWith(path, { before: String(conflicts.at(-1)?.id) }) : undefined}
      />
    </ConnectionFrame>
  );
}
