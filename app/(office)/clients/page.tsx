import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { clientConditions } from '@/components/clients/client-conditions';
import { ClientListEmpty } from '@/components/clients/client-list-empty';
import { ClientListFoot } from '@/components/clients/client-list-foot';
import { ClientListTools } from '@/components/clients/client-list-tools';
import { readClientListUrl } from '@/components/clients/client-list-url';
import { ClientTable } from '@/components/clients/client-table';
import { ClientToolbar } from '@/components/clients/client-toolbar';
import { ListGestures } from '@/components/data-table/list-gestures';
import { meantParams, singleParams } from '@/components/data-table/list-url';
import { ShownFor } from '@/components/data-table/shown-for';
import { DownloadMenu } from '@/components/exports/download-menu';
import { shownColumns } from '@/components/exports/download-url';
import buttons from '@/components/form/button.module.css';
import { ImportLink } from '@/components/imports/import-link';
import { orderFilterNames } from '@/components/orders/order-filter-names';
import { PageHead } from '@/components/shell/page-head';
import { Problem } from '@/components/states/problem';
import { currentView, loadSetup, shownLayout, tabsOf } from '@/components/views/list-views';
import { ViewStrip } from '@/components/views/view-strip';
import { ViewTabs } from '@/components/views/view-tabs';
import { isBare, viewHref } from '@/components/views/view-url';
import { listClientPage } from '@/lib/domain/clients/list-clients';
import { ordersMeant } from '@/lib/domain/orders/by-orders';
import { can } from '@/lib/domain/permissions';
import { getKeyboard } from '@/lib/domain/preferences/keyboard';
import { pageCtx, pageFormat } from '@/lib/entry/page';
import type { ListPageProps } from '../../page-props';
import { changeSelectionAction } from '../bulk/change-selection';
import { saveLayoutAction } from '../lists/actions';
import { lookAtClientAction } from '../look';
import { saveViewAction } from '../views/actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clients'))('title') };
}

export default async function ClientsPage({ searchParams }: ListPageProps) {
  const [given, ctx, format, t] = await Promise.all([searchParams, pageCtx(), pageFormat(), getTranslations()]);
  const [{ letters }, setup] = await Promise.all([getKeyboard(ctx), loadSetup(ctx, 'clients')]);
  const first = setup.views.find(({ id }) => id === setup.layout.view);
  if (first && isBare(given)) redirect(viewHref(first));
  const url = readClientListUrl(given, setup.layout.rows);
  const current = currentView(setup.views, url);
  const layout = shownLayout(setup.layout, current);
  const [list, names] = await Promise.all([listClientPage(ctx, url.filter, url.page), orderFilterNames(ctx, ordersMeant(url.filter))]);
  const mayWrite = can(ctx, 'client.write');
  const mayImport = can(ctx, 'import.write');
  const conditions = clientConditions(url, names, t, format);
  const whole = first ? '/clients?view=all' : '/clients';
  const columns = shownColumns(layout.columns);
  const own = { layout, save: saveLayoutAction };
  const views = tabsOf(ctx, setup, current, saveViewAction);
  const builtIn = [
    { label: t('lists.withPending'), query: 'has_pending=1' },
    { label: t('lists.mine'), query: `author=${ctx.actor.id}` },
    { label: t('lists.newThisMonth'), query: 'period=month' },
  ];
  const create = (
    <a href="/clients/new" className={buttons.primary}>
      <IconPlus size={16} stroke={1.6} aria-hidden="true" />
      {t('clients.new')}
    </a>
  );
  return (
    <>
      <PageHead
        title={t('clients.title')}
        beside={<ViewTabs list="clients" url={url} builtIn={builtIn} label={t('lists.views')} {...views} />}
        actions={
          <>
            {mayImport ? <ImportLink entity="client" /> : null}
            {list.rows.length > 0 ? (
              <DownloadMenu
                entity="clients"
                params={meantParams(url, list.shownFor)}
                count={list.count}
                columns={columns}
                symbol={format.symbol}
              />
            ) : null}
            {mayWrite ? create : null}
          </>
        }
      />
      <Problem code={singleParams(given).problem} />
      <ClientToolbar url={url} authors={names.authors} conditions={conditions} format={format} view={current?.id} whole={whole} {...own} />
      <ViewStrip url={url} {...views} />
      <ShownFor typed={url.filter.search} meant={list.shownFor} />
      {list.rows.length > 0 ? (
        <ClientTable list={list} url={url} format={format} layout={layout} ticks={mayWrite} />
      ) : (
        <ClientListEmpty ctx={ctx} url={url} conditions={conditions} whole={whole} mayWrite={mayWrite} mayImport={mayImport} />
      )}
      <ClientListFoot list={list} url={url} mayWrite={mayWrite} rows={layout.rows} save={saveLayoutAction} />
      <ClientListTools
        list={list}
        url={url}
        symbol={format.symbol}
        columns={columns}
        mayWrite={mayWrite}
        letters={letters}
        look={lookAtClientAction}
        change={changeSelectionAction}
      />
      <ListGestures list="clients" saveAt="/lists/layout" view={current?.id} />
    </>
  );
}
