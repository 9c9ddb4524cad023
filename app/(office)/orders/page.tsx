import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import buttons from '@/components/form/button.module.css';
import { OrderListEmpty } from '@/components/orders/order-list-empty';
import { OrderListFoot } from '@/components/orders/order-list-foot';
import { readOrderListUrl } from '@/components/orders/order-list-url';
import { OrderTable } from '@/components/orders/order-table';
import { OrderTabs } from '@/components/orders/order-tabs';
import { OrderToolbar } from '@/components/orders/order-toolbar';
import { PageHead } from '@/components/shell/page-head';
import { nameClients } from '@/lib/domain/clients/name-clients';
import { listOrdersWithSum } from '@/lib/domain/orders/list-orders';
import { can } from '@/lib/domain/permissions';
import { pageCtx, pageFormat } from '@/lib/entry/page';
import type { ListPageProps } from '../../page-props';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('orders'))('title') };
}

export default async function OrdersPage({ searchParams }: ListPageProps) {
  const url = readOrderListUrl(await searchParams);
  const [ctx, format, t] = await Promise.all([pageCtx(), pageFormat(), getTranslations('orders')]);
  const { clientId } = url.query;
  const [list, names] = await Promise.all([listOrdersWithSum(ctx, url.query), nameClients(ctx, clientId ? [clientId] : [])]);
  const mayWrite = can(ctx, 'order.write');
  const create = (
    <a href="/orders/new" className={buttons.primary}>
      <IconPlus size={16} stroke={1.6} aria-hidden="true" />
      {t('new')}
    </a>
  );
  return (
    <>
      <PageHead title={t('title')} beside={<OrderTabs url={url} />} actions={mayWrite ? create : null} />
      <OrderToolbar url={url} clientName={clientId ? (names.get(clientId) ?? `№ ${clientId}`) : undefined} />
      {list.rows.length > 0 ? <OrderTable rows={list.rows} url={url} format={format} /> : <OrderListEmpty url={url} mayWrite={mayWrite} />}
      <OrderListFoot count={list.count} totalMinor={list.totalMinor} url={url} format={format} />
    </>
  );
}
