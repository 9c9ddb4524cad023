import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import styles from '@/components/bulk/bulk.module.css';
import { BulkForm } from '@/components/bulk/bulk-form';
import { selectedIds, selectionParams } from '@/components/bulk/selection-url';
import { singleParams } from '@/components/data-table/list-url';
import { orderListHref, readOrderListUrl } from '@/components/orders/order-list-url';
import { PageHead } from '@/components/shell/page-head';
import { Problem } from '@/components/states/problem';
import { countBulk } from '@/lib/domain/bulk/get-bulk';
import { pageCtxFor } from '@/lib/entry/page';
import type { ListPageProps } from '../../../page-props';
import { changeOrdersAction } from '../../bulk/actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bulk.title'))('order') };
}

export default async function ChangeOrdersPage({ searchParams }: ListPageProps) {
  const given = await searchParams;
  const url = readOrderListUrl(given);
  const ids = selectedIds(given);
  const [ctx, t] = await Promise.all([pageCtxFor('order.write'), getTranslations()]);
  const selection = ids ? { ids } : { filter: url.filter };
  const count = ids?.length === 0 ? 0 : await countBulk(ctx, { entity: 'order', selection, action: { type: 'restore' } });
  const back = orderListHref(url, {});
  return (
    <>
      <PageHead title={t('bulk.title.order')} parent={{ href: back, label: t('orders.title') }} />
      <Problem code={count === 0 ? 'nothing_selected' : singleParams(given).problem} />
      <div className={styles.body}>
        <p>
          {t.rich('bulk.chosen.order', { n: count, b: (text) => <b>{text}</b> })}. {ids ? t('bulk.byHand') : t('bulk.byFilter')}{' '}
          {t('bulk.undoable')}
        </p>
        {count > 0 ? (
          <BulkForm
            entity="order"
            selection={{ ...selectionParams(ids, url.params), binned: singleParams(given).binned }}
            binned={(url.filter.deleted ?? false) || given.binned === '1'}
            back={back}
            action={changeOrdersAction}
          />
        ) : null}
      </div>
    </>
  );
}
