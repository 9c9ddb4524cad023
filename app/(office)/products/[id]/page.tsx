import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { singleParams } from '@/components/data-table/list-url';
import buttons from '@/components/form/button.module.css';
import { RecordHistory } from '@/components/history/record-history';
import styles from '@/components/orders/order-card.module.css';
import { ProductDetails } from '@/components/products/product-details';
import { ProductFigures } from '@/components/products/product-figures';
import { ProductOrders } from '@/components/products/product-orders';
import { PageHead } from '@/components/shell/page-head';
import { BinnedStrip } from '@/components/states/binned-strip';
import { Problem } from '@/components/states/problem';
import { listHistory } from '@/lib/domain/history/list-history';
import { listOrders } from '@/lib/domain/orders/list-orders';
import { can } from '@/lib/domain/permissions';
import { getProductCard } from '@/lib/domain/products/get-product';
import { getStock } from '@/lib/domain/products/get-stock';
import { mayUndo } from '@/lib/domain/undo/undo-operation';
import { found, pageCtx, pageFormat, recordId } from '@/lib/entry/page';
import type { RecordPageProps } from '../../../page-props';
import { deleteProductAction, restoreProductAction } from '../actions';

/** The latest orders shown on the card; the others are behind the link. */
const shown = 10;

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return { title: (await getTranslations('products'))('number', { id: (await params).id }) };
}

export default async function ProductPage({ params, searchParams }: RecordPageProps) {
  const id = recordId((await params).id);
  const { problem } = singleParams(await searchParams);
  const [ctx, format, t] = await Promise.all([pageCtx(), pageFormat(), getTranslations()]);
  const card = await found(getProductCard(ctx, id));
  const [orders, history, stock] = await Promise.all([
    listOrders(ctx, { product_id: id }, { sort: 'created_at', descending: true, limit: shown }),
    listHistory(ctx, { entity: 'product', entityId: id, limit: 100 }),
    getStock(ctx, [id]),
  ]);
  const { product } = card;
  const mayWrite = can(ctx, 'product.write');
  const live = product.deletedAt === null;
  const edit = (
    <a href={`/products/${id}/edit`} className={buttons.primary} data-key="E">
      <IconPencil size={16} stroke={1.6} aria-hidden="true" />
      {t('common.edit')} <kbd>E</kbd>
    </a>
  );
  return (
    <>
      <PageHead
        parent={{ href: '/products', label: t('products.title') }}
        title={product.name}
        under={[product.sku, product.unit].filter(Boolean).join(' · ')}
        actions={live && mayWrite ? edit : null}
      />
      <Problem code={problem} />
      {product.deletedAt === null ? null : (
        <BinnedStrip id={id} deletedAt={product.deletedAt} format={format} restore={mayWrite ? restoreProductAction : undefined} />
      )}
      <div className={styles.columns}>
        <div>
          <ProductFigures card={card} format={format} />
          <div className={styles.heading}>
            <h2>{t('orders.title')}</h2>
            {orders.length > 0 ? <a href={`/orders?product_id=${id}`}>{t('products.allOrders')}</a> : null}
          </div>
          {orders.length > 0 ? (
            <ProductOrders rows={orders} format={format} />
          ) : (
            <p className={`quiet ${styles.section}`} style={{ paddingTop: 0 }}>
              {t('products.noOrders')}
            </p>
          )}
          {live && mayWrite ? (
            <form action={deleteProductAction} className={styles.bottom}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="version" value={product.version} />
              <button type="submit" className={buttons.danger}>
                <IconTrash size={16} stroke={1.6} aria-hidden="true" />
                {t('products.delete')}
              </button>
            </form>
          ) : null}
        </div>
        <aside className={styles.side} aria-label={t('products.facts')}>
          <ProductDetails card={card} stock={stock.get(id)} format={format} />
          <RecordHistory
            entries={history.entries}
            marks={{ ...history, mayUndo: (operation) => mayUndo(ctx, operation) }}
            format={format}
          />
        </aside>
      </div>
    </>
  );
}
