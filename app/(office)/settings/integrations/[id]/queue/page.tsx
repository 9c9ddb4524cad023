import { IconChecks } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { hrefWith } from '@/components/data-table/list-url';
import { ConnectionFrame } from '@/components/exchange/connection-frame';
import { tabHref } from '@/components/exchange/connection-tabs';
import { DeliveryList } from '@/components/exchange/delivery-list';
import { LiveRefresh } from '@/components/exchange/live-refresh';
import { ReplayForm } from '@/components/exchange/replay-form';
import toolbar from '@/components/exchange/toolbar.module.css';
import { CheckPager } from '@/components/imports/check-pager';
import { EmptyState } from '@/components/states/empty-state';
import { listDeliveries } from '@/lib/domain/deliveries/list-deliveries';
import type { RecordPageProps } from '../../../../../page-props';
import { switchConnectionAction } from '../../actions';
import { replayAction, retryDeliveryAction, skipDeliveryAction } from '../../queue-actions';
import { connectionPage, placeIn } from '../connection-page';

/** Deliveries of a page. */
const shown = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange.tabs'))('queue') };
}

export default async function QueuePage(props: RecordPageProps) {
  const { id, ctx, connection, provider, format, t, given } = await connectionPage(props);
  const before = placeIn(given, 'before');
  const { rows, older } = await listDeliveries(ctx, { connectionId: id, states: ['queued', 'running'], before, limit: shown });
  const frame = { connection, provider, format, problem: given.problem, switchState: switchConnectionAction };
  const path = tabHref(id, 'queue');
  return (
    <ConnectionFrame {...frame} tab="queue">
      {rows.length > 0 ? (
        <>
          <div className={toolbar.bar}>
            <LiveRefresh href={path} refresh={t('refresh')} />
          </div>
          <DeliveryList tab="queue" deliveries={rows} format={format} retry={retryDeliveryAction} skip={skipDeliveryAction} />
        </>
      ) : (
        <EmptyState icon={<IconChecks size={22} stroke={1.6} />} title={t('empty_queue')} text={t('empty_queue_text')} />
      )}
      <CheckPager
        previous={before === undefined ? undefined : path}
        next={older === null ? undefined : hrefWith(path, { before: String(older) })}
      />
      {connection.kind === 'webhook' ? <ReplayForm id={id} today={format.today} action={replayAction} /> : null}
    </ConnectionFrame>
  );
}
