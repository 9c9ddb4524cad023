import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Hotkey } from '@/components/data-table/hotkey';
import { ListGestures } from '@/components/data-table/list-gestures';
import { meantParams, singleParams } from '@/components/data-table/list-url';
import { ShownFor } from '@/components/data-table/shown-for';
import { DownloadMenu } from '@/components/exports/download-menu';
import { shownColumns } from '@/components/exports/download-url';
import buttons from '@/components/form/button.module.css';
import { ImportLink } from '@/components/imports/import-link';
import { orderConditions } from '@/components/orders/order-conditions';
import { orderFilterNames } from '@/components/orders/order-filter-names';
import { OrderListEmpty } from '@/components/orders/order-list-empty';
import { OrderListFoot } from '@/components/orders/order-list-foot';
import { OrderListTools } from '@/components/orders/order-list-tools';
import { readOrderListUrl } from '@/components/orders/order-list-url';
import { OrderTable } from '@/components/orders/order-table';
import { OrderToolbar } from '@/components/orders/order-toolbar';
import { PageHead } from '@/components/shell/page-head';
import { Problem } from '@/components/states/problem';
import { currentView, loadSetup, shownLayout, tabsOf } from '@/components/views/list-views';
import { ViewStrip } from '@/components/views/view-strip';
import { ViewTabs } from '@/components/views/view-tabs';
import { isBare, viewHref } from '@/components/views/view-url';
import { countOrders, maxCounted } from '@/lib/domain/orders/count-orders';
import { listOrderPage } from '@/lib/domain/orders/list-orders';
import { can } from '@/lib/domain/permissions';
import { getKeyboard } from '@/lib/domain/preferences/keyboard';
import { pageCtx, pageFormat } from '@/lib/entry/page';
import type { ListPageProps } from '../../page-props';
import { changeSelectionAction } from '../bulk/change-selection';
import { saveLayoutAction } from '../lists/actions';
import { lookAtOrderAction } from '../look';
import { saveViewAction } from '../views/actions';
import { setStatusAction } from './status';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('orders'))('title') };
}

export default async function OrdersPage({ searchParams }: ListPageProps) {
  const [given, ctx, format, t] = await Promise.all([searchParams, pageCtx(), pageFormat(), getTranslations()]);
  const [{ letters }, setup] = await Promise.all([getKeyboard(ctx), loadSetup(ctx, 'orders')]);
  const first = setup.views.find(({ id }) => id === setup.layout.view);
  if (first && isBare(given)) redirect(viewHref(first));
  const url = readOrderListUrl(given, setup.layout.rows);
  const current = currentView(setup.views, url);
  const layout = shownLayout(setup.layout, current);
  const [list, names, pending] = await Promise.all([
    listOrderPage(ctx, url.filter, url.page, { countLines: true }),
    orderFilterNames(ctx, url.filter),
    countOrders(ctx, { status: 'Pending' }),
  ]);
  const mayWrite = can(ctx, 'order.write');
  const mayImport = can(ctx, 'import.write');
  const conditions = orderConditions(url, names, t, format);
  const whole = first ? '/orders?view=all' : '/orders';
  const columns = shownColumns(layout.columns);
  const own = { layout, save: saveLayoutAction };
  const views = tabsOf(ctx, setup, current, saveViewAction);
  const builtIn = [
    { label: t('orders.tabs.Pending'), query: 'status=Pending', count: pending },
    { label: t('lists.mine'), query: `author=${ctx.actor.id}` },
  ];
  const create = (
    <a href="/orders/new" className={buttons.primary} data-key="N">
      <IconPlus size={16} stroke={1.6} aria-hidden="true" />
      {t('orders.new')}
      <Hotkey name="N" />
    </a>
  );
  return (
    <>
      <PageHead
        title={t('orders.title')}
        beside={<ViewTabs list="orders" url={url} builtIn={builtIn} label={t('lists.views')} {...views} />}
        actions={
          <>
            {mayImport ? <ImportLink entity="order" /> : null}
            {list.rows.length > 0 ? (
              <DownloadMenu
                entity="orders"
                params={meantParams(url, list.shownFor)}
                count={list.count}
                lines={list.lines}
                over={maxCounted}
                columns={columns}
                symbol={format.symbol}
              />
            ) : null}
            {mayWrite ? create : null}
          </>
        }
      />
      <Problem code={singleParams(given).problem} />
      <OrderToolbar url={url} names={names} conditions={conditions} format={format} view={current?.id} whole={whole} {...own} />
      <ViewStrip url={url} {...views} />
      <ShownFor typed={url.filter.search} meant={list.shownFor} />
      {list.rows.length > 0 ? (
        <OrderTable list={list} url={url} format={format} layout={layout} ticks={mayWrite} />
      ) : (
        <OrderListEmpty ctx={ctx} url={url} conditions={conditions} whole={whole} mayWrite={mayWrite} mayImport={mayImport} />
      )}
      <OrderListFoot list={list} url={url} format={format} mayWrite={mayWrite} rows={layout.rows} save={saveLayoutAction} />
      <OrderListTools
        list={list}
        url={url}
        symbol={format.symbol}
        columns={columns}
        mayWrite={mayWrite}
        letters={letters}
        look={lookAtOrderAction}
        setStatus={setStatusAction}
        change={changeSelectionAction}
      />
      <ListGestures list="orders" saveAt="/lists/layout" view={current?.id} />
    </>
  );
}
