import { IconCalendarTime, IconHistory } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { hrefWith } from '@/components/data-table/list-url';
import table from '@/components/data-table/table.module.css';
import { DownloadMenu } from '@/components/exports/download-menu';
import buttons from '@/components/form/button.module.css';
import { HistoryDays } from '@/components/history/history-days';
import { HistoryFilter } from '@/components/history/history-filter';
import { readHistoryUrl } from '@/components/history/history-url';
import { PageHead } from '@/components/shell/page-head';
import { EmptyState } from '@/components/states/empty-state';
import note from '@/components/states/note.module.css';
import { nameClients } from '@/lib/domain/clients/name-clients';
import { nameConnections } from '@/lib/domain/connections/name-connections';
import { listHistory } from '@/lib/domain/history/list-history';
import { can } from '@/lib/domain/permissions';
import { nameProducts } from '@/lib/domain/products/name-products';
import { mayUndo } from '@/lib/domain/undo/undo-operation';
import { listUsers } from '@/lib/domain/users/list-users';
import { pageCtx, pageFormat, pageSettings } from '@/lib/entry/page';
import type { ListPageProps } from '../../page-props';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('history'))('title') };
}

export default async function HistoryPage({ searchParams }: ListPageProps) {
  const [ctx, format, settings, t] = await Promise.all([pageCtx(), pageFormat(), pageSettings(), getTranslations()]);
  const given = await searchParams;
  const { params, query } = readHistoryUrl(given, settings.timeZone);
  const undone = /^\d{1,15}$/.exec(String(given.undone))?.[0];
  const [history, users] = await Promise.all([listHistory(ctx, query), can(ctx, 'user.manage') ? listUsers(ctx) : []]);
  const { entries, older } = history;
  const idsOf = (entity: string) => entries.filter(({ change }) => change.entity === entity).map(({ change }) => change.entityId);
  const [clients, products, connections] = await Promise.all([
    nameClients(ctx, idsOf('client')),
    nameProducts(ctx, idsOf('product')),
    nameConnections(ctx, idsOf('connection')),
  ]);
  const names = { clients, products, connections, users: new Map(users.map((user) => [user.id, user.displayName])) };
  const filtered = Object.values(params).some(Boolean);
  return (
    <>
      <PageHead
        title={t('history.title')}
        actions={
          <>
            {entries.length > 0 ? <DownloadMenu entity="history" params={params} symbol={format.symbol} /> : null}
            <a href="/past" className={buttons.button}>
              <IconCalendarTime size={16} stroke={1.6} aria-hidden="true" />
              {t('past.openList')}
            </a>
          </>
        }
      />
      {undone ? (
        <p className={`${note.ok} ${note.strip}`} role="status">
          {t('undo.done')} <a href={`/history/${undone}/undo`}>{t('undo.redo')}</a>
        </p>
      ) : null}
      <HistoryFilter params={params} users={users.map(({ id, displayName }) => ({ id, name: displayName }))} />
      {entries.length === 0 ? (
        <EmptyState icon={<IconHistory size={22} stroke={1.6} />} title={filtered ? t('history.notFound') : t('history.empty')} />
      ) : (
        <HistoryDays
          entries={entries}
          names={names}
          marks={{ ...history, mayUndo: (operation) => mayUndo(ctx, operation) }}
          format={format}
        />
      )}
      {older || query.beforeSeq ? (
        <nav className={table.foot} aria-label={t('table.pages')}>
          {query.beforeSeq ? <a href={hrefWith('/history', params)}>{t('history.newest')}</a> : null}
          {older ? (
            <a href={hrefWith('/history', { ...params, before: String(older) })} className={buttons.button}>
              {t('history.older')}
            </a>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}
