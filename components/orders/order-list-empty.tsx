import { IconClipboardList, IconPlus } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import type { Condition } from '@/components/data-table/condition';
import { isFiltered } from '@/components/data-table/list-url';
import { NothingFound } from '@/components/data-table/nothing-found';
import { findWaysOut } from '@/components/data-table/ways-out';
import buttons from '@/components/form/button.module.css';
import { EmptyState } from '@/components/states/empty-state';
import type { Ctx } from '@/lib/domain/context';
import { countOrders } from '@/lib/domain/orders/count-orders';
import { type OrderListUrl, readOrderListUrl } from './order-list-url';

interface OrderListEmptyProps {
  ctx: Ctx;
  url: OrderListUrl;
  conditions: Condition[];
  whole: string;
  mayWrite: boolean;
}

/** Counted at most for a way out. */
const enough = 999;

/** No rows: because there are no orders yet, or because none fits. */
export async function OrderListEmpty({ ctx, url, conditions, whole, mayWrite }: OrderListEmptyProps) {
  const t = await getTranslations();
  if (!isFiltered(url))
    return (
      <EmptyState icon={<IconClipboardList size={22} stroke={1.6} />} title={t('orders.empty')} text={t('orders.emptyText')}>
        {mayWrite ? (
          <a href="/orders/new" className={buttons.primary}>
            <IconPlus size={16} stroke={1.6} aria-hidden="true" />
            {t('orders.first')}
          </a>
        ) : null}
      </EmptyState>
    );
  const waysOut = await findWaysOut(url, conditions, t('lists.searchWord'), (params) =>
    countOrders(ctx, readOrderListUrl(params).filter, enough),
  );
  const tried = conditions.map(({ label, value }) => (label ? `${label}: ${value}` : value));
  return <NothingFound title={t('orders.notFound')} search={url.params.q} tried={tried} waysOut={waysOut} whole={whole} />;
}
