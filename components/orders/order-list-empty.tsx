import { IconClipboardList, IconPlus } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import type { Condition } from '@/components/data-table/condition';
import { isFiltered } from '@/components/data-table/list-url';
import { NoMatch } from '@/components/data-table/no-match';
import buttons from '@/components/form/button.module.css';
import { ImportLink } from '@/components/imports/import-link';
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
  mayImport: boolean;
}

/** No rows: because there are no orders yet, or because none fits. */
export async function OrderListEmpty({ ctx, url, conditions, whole, mayWrite, mayImport }: OrderListEmptyProps) {
  const t = await getTranslations();
  if (!isFiltered(url))
    return (
      <EmptyState icon={<IconClipboardList size={22} stroke={1.6} />} title={t('orders.empty')} text={t('orders.emptyText')}>
        {mayImport ? <ImportLink entity="order" first /> : null}
        {mayWrite ? (
          <a href="/orders/new" className={mayImport ? buttons.button : buttons.primary}>
            <IconPlus size={16} stroke={1.6} aria-hidden="true" />
            {t('orders.first')}
          </a>
        ) : null}
      </EmptyState>
    );
  return (
    <NoMatch
      title={t('orders.notFound')}
      url={url}
      conditions={conditions}
      whole={whole}
      count={(params, most) => countOrders(ctx, readOrderListUrl(params).filter, most)}
    />
  );
}
