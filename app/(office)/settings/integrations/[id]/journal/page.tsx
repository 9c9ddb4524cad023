import { IconListDetails } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { hrefWith } from '@/components/data-table/list-url';
import { ConnectionFrame } from '@/components/exchange/connection-frame';
import { tabHref } from '@/components/exchange/connection-tabs';
import { JournalList } from '@/components/exchange/journal-list';
import { LiveRefresh } from '@/components/exchange/live-refresh';
import toolbar from '@/components/exchange/toolbar.module.css';
import { CheckPager } from '@/components/imports/check-pager';
import { EmptyState } from '@/components/states/empty-state';
import { listExchanges } from '@/lib/domain/deliveries/list-exchanges';
import { exchangeOutcomes } from '@/lib/domain/deliveries/schema';
import type { RecordPageProps } from '../../../../../page-props';
import { switchConnectionAction } from '../../actions';
import { connectionPage, placeIn } from '../connection-page';

/** Requests of a page. */
const shown = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange.tabs'))('journal') };
}

export default async function JournalPage(props: RecordPageProps) {
  const { id, ctx, connection, provider, format, t, given } = await connectionPage(props);
  const before = placeIn(given, 'before');
  const outcome = exchangeOutcomes.find((known) => known === given.outcome);
  const deliveryId = placeIn(given, 'delivery');
  const { rows, older } = await listExchanges(ctx, { connectionId: id, deliveryId, outcome, before, limit: shown });
  const frame = { connection, provider, format, problem: given.problem, switchState: switchConnectionAction };
  const path = tabHref(id, 'journal');
  const filters = [undefined, 'refused', 'failed'] as const;
  return (
    <ConnectionFrame {...frame} tab="journal">
      <div className={toolbar.bar}>
        <nav aria-label={t('journal.filter')} className={toolbar.filters}>
          {filters.map((value) => (
            <a key={value ?? 'all'} href={hrefWith(path, { outcome: value })} aria-current={value === outcome ? 'true' : undefined}>
              {t(`journal.of.${value ?? 'all'}`)}
            </a>
          ))}
        </nav>
        <LiveRefresh href={path} refresh={t('refresh')} />
      </div>
      {rows.length > 0 ? (
        <JournalList rows={rows} format={format} />
      ) : (
        <EmptyState
          icon={<IconListDetails size={22} stroke={1.6} />}
          title={t(outcome ? 'journal.none' : 'journal.empty')}
          text={outcome ? undefined : t('journal.emptyText')}
        />
      )}
      <CheckPager
        previous={before === undefined ? undefined : hrefWith(path, { outcome })}
        next={older === null ? undefined : hrefWith(path, { outcome, before: String(older) })}
      />
    </ConnectionFrame>
  );
}
