import { IconPackage, IconPlus, IconSearchOff } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Pager } from '@/components/data-table/pager';
import { ShownFor } from '@/components/data-table/shown-for';
import table from '@/components/data-table/table.module.css';
import buttons from '@/components/form/button.module.css';
import { isFiltered, productListHref, readProductListUrl } from '@/components/products/product-list-url';
import { ProductTable } from '@/components/products/product-table';
import { ProductTabs } from '@/components/products/product-tabs';
import { ProductToolbar } from '@/components/products/product-toolbar';
import { PageHead } from '@/components/shell/page-head';
import { EmptyState } from '@/components/states/empty-state';
import { can } from '@/lib/domain/permissions';
import { listProductPage } from '@/lib/domain/products/list-products';
import { pageCtx, pageFormat } from '@/lib/entry/page';
import type { ListPageProps } from '../../page-props';
import { savePriceAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('products'))('title') };
}

export default async function ProductsPage({ searchParams }: ListPageProps) {
  const url = readProductListUrl(await searchParams);
  const filtered = isFiltered(url);
  const [ctx, format, t] = await Promise.all([pageCtx(), pageFormat(), getTranslations()]);
  const list = await listProductPage(ctx, url.filter, url.page);
  const mayWrite = can(ctx, 'product.write');
  const create = (
    <a href="/products/new" className={buttons.primary}>
      <IconPlus size={16} stroke={1.6} aria-hidden="true" />
      {t('products.new')}
    </a>
  );
  const { after, before } = url.page;
  return (
    <>
      <PageHead title={t('products.title')} beside={<ProductTabs url={url} />} actions={mayWrite ? create : null} />
      <ProductToolbar url={url} />
      <ShownFor typed={url.filter.search} meant={list.shownFor} />
      {list.rows.length > 0 ? (
        <ProductTable
          list={list}
          url={url}
          here={productListHref(url, { after, before })}
          format={format}
          savePrice={mayWrite ? savePriceAction : undefined}
        />
      ) : filtered ? (
        <EmptyState
          icon={<IconSearchOff size={22} stroke={1.6} />}
          title={t('products.notFound')}
          text={url.params.q ? t('products.tried', { q: url.params.q }) : undefined}
        >
          <a href="/products" className={buttons.button}>
            {t('table.reset')}
          </a>
        </EmptyState>
      ) : (
        <EmptyState icon={<IconPackage size={22} stroke={1.6} />} title={t('products.empty')} text={t('products.emptyText')} />
      )}
      <div className={table.foot}>
        <span>{t.rich('products.count', { n: list.count, b: (text) => <b className="num">{text}</b> })}</span>
        <Pager page={list} href={(place) => productListHref(url, place)} />
      </div>
    </>
  );
}
