import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ListFoot } from '@/components/data-table/list-foot';
import { ListGestures } from '@/components/data-table/list-gestures';
import { ListKeys } from '@/components/data-table/list-keys';
import { meantParams, singleParams } from '@/components/data-table/list-url';
import { ShownFor } from '@/components/data-table/shown-for';
import { DownloadMenu } from '@/components/exports/download-menu';
import { shownColumns } from '@/components/exports/download-url';
import buttons from '@/components/form/button.module.css';
import { ImportLink } from '@/components/imports/import-link';
import { orderFilterNames } from '@/components/orders/order-filter-names';
import { productConditions } from '@/components/products/product-conditions';
import { ProductListEmpty } from '@/components/products/product-list-empty';
import { readProductListUrl } from '@/components/products/product-list-url';
import { ProductTable } from '@/components/products/product-table';
import { ProductToolbar } from '@/components/products/product-toolbar';
import { PageHead } from '@/components/shell/page-head';
import { Problem } from '@/components/states/problem';
import { currentView, loadSetup, shownLayout, tabsOf } from '@/components/views/list-views';
import { ViewStrip } from '@/components/views/view-strip';
import { ViewTabs } from '@/components/views/view-tabs';
import { isBare, viewHref } from '@/components/views/view-url';
import { ordersMeant } from '@/lib/domain/orders/by-orders';
import { can } from '@/lib/domain/permissions';
import { getKeyboard } from '@/lib/domain/preferences/keyboard';
import { listProductPage } from '@/lib/domain/products/list-products';
import { pageCtx, pageFormat } from '@/lib/entry/page';
import type { ListPageProps } from '../../page-props';
import { saveLayoutAction } from '../lists/actions';
import { saveViewAction } from '../views/actions';
import { savePriceAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('products'))('title') };
}

export default async function ProductsPage({ searchParams }: ListPageProps) {
  const [given, ctx, format, t] = await Promise.all([searchParams, pageCtx(), pageFormat(), getTranslations()]);
  const [{ letters }, setup] = await Promise.all([getKeyboard(ctx), loadSetup(ctx, 'products')]);
  const first = setup.views.find(({ id }) => id === setup.layout.view);
  if (first && isBare(given)) redirect(viewHref(first));
  const url = readProductListUrl(given, setup.layout.rows);
  const current = currentView(setup.views, url);
  const layout = shownLayout(setup.layout, current);
  const [list, names] = await Promise.all([listProductPage(ctx, url.filter, url.page), orderFilterNames(ctx, ordersMeant(url.filter))]);
  const mayWrite = can(ctx, 'product.write');
  const mayImport = can(ctx, 'import.write');
  const conditions = productConditions(url, names, t, format);
  const whole = first ? '/products?view=all' : '/products';
  const own = { layout, save: saveLayoutAction };
  const views = tabsOf(ctx, setup, current, saveViewAction);
  const builtIn = [
    { label: t('products.conditions.without_price'), query: 'without_price=1' },
    { label: t('products.conditions.unsold'), query: 'unsold=1' },
  ];
  const create = (
    <a href="/products/new" className={buttons.primary}>
      <IconPlus size={16} stroke={1.6} aria-hidden="true" />
      {t('products.new')}
    </a>
  );
  return (
    <>
      <PageHead
        title={t('products.title')}
        beside={<ViewTabs list="products" url={url} builtIn={builtIn} label={t('lists.views')} {...views} />}
        actions={
          <>
            {mayImport ? <ImportLink entity="product" /> : null}
            {list.rows.length > 0 ? (
              <DownloadMenu
                entity="products"
                params={meantParams(url, list.shownFor)}
                count={list.count}
                columns={shownColumns(layout.columns)}
                symbol={format.symbol}
              />
            ) : null}
            {mayWrite ? create : null}
          </>
        }
      />
      <Problem code={singleParams(given).problem} />
      <ProductToolbar url={url} conditions={conditions} format={format} view={current?.id} whole={whole} {...own} />
      <ViewStrip url={url} {...views} />
      <ShownFor typed={url.filter.search} meant={list.shownFor} />
      {list.rows.length > 0 ? (
        <ProductTable list={list} url={url} format={format} layout={layout} savePrice={mayWrite ? savePriceAction : undefined} />
      ) : (
        <ProductListEmpty ctx={ctx} url={url} conditions={conditions} whole={whole} mayWrite={mayWrite} mayImport={mayImport} />
      )}
      <ListFoot list="products" page={list} url={url} rows={layout.rows} save={saveLayoutAction}>
        <span role="status">{t.rich('products.count', { n: list.count, b: (text) => <b className="num">{text}</b> })}</span>
      </ListFoot>
      <ListKeys letters={letters} />
      <ListGestures list="products" saveAt="/lists/layout" view={current?.id} />
    </>
  );
}
