import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ShownFor } from '@/components/data-table/shown-for';
import buttons from '@/components/form/button.module.css';
import { OrderListEmpty } from '@/components/orders/order-list-empty';
import { OrderListFoot } from '@/components/orders/order-list-foot';
import { readOrderListUrl } from '@/components/orders/order-list-url';
import { OrderTable } from '@/components/orders/order-table';
import { OrderTabs } from '@/components/orders/order-tabs';
import { OrderToolbar } from '@/components/orders/order-toolbar';
import { PageHead } from '@/components/shell/page-head';
import { nameClients } from '@/lib/domain/clients/name-clients';
import { listOrderPage } from '@/lib/domain/orders/list-orders';
import { can } from '@/lib/domain/permissions';
import { nameProducts } from '@/lib/domain/products/name-products';
import { listAuthors } from '@/lib/domain/users/list-users';
import { pageCtx, pageFormat } from '@/lib/entry/page';
import type { ListPageProps } from '../../page-props';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('orders'))('title') };
}

export default async function OrdersPage({ searchParams }: ListPageProps) {
  const url = readOrderListUrl(await searchParams);
  const [ctx, format, t] = await Promise.all([pageCtx(), pageFormat(), getTranslations('orders')]);
  const { client_id: clientId, product_id: productId } = url.filter;
  const [list, clients, products, authors] = await Promise.all([
    listOrderPage(ctx, url.filter, url.page),
    nameClients(ctx, clientId ? [clientId] : []),
    nameProducts(ctx, productId ? [productId] : []),
    listAuthors(ctx),
  ]);
  const mayWrite = can(ctx, 'order.write');
  const names = {
    client: clientId ? (clients.get(clientId) ?? `№ ${clientId}`) : undefined,
    product: productId ? (products.get(productId) ?? `№ ${productId}`) : undefined,
    authors,
  };
  const create = (
    <a href="/orders/new" className={buttons.primary}>
      <IconPlus size={16} stroke={1.6} aria-hidden="true" />
      {t('new')}
    </a>
  );
  return (
    <>
      <PageHead title={t('title')} beside={<OrderTabs url={url} />} actions={mayWrite ? create : null} />
      <OrderToolbar url={url} names={names} />
      <ShownFor typed={url.filter.search} meant={list.shownFor} />
      {list.rows.length > 0 ? (
        <OrderTable rows={list.rows} url={url} format={format} ticks={mayWrite} />
      ) : (
        <OrderListEmpty url={url} mayWrite={mayWrite} />
      )}
      <OrderListFoot list={list} url={url} format={format} mayWrite={mayWrite} />
    </>
  );
}
