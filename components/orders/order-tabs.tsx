import { useTranslations } from 'next-intl';
import toolbar from '@/components/data-table/toolbar.module.css';
import { orderStatuses } from '@/lib/domain/orders/schema';
import { type OrderListUrl, orderListHref } from './order-list-url';

export function OrderTabs({ url }: { url: OrderListUrl }) {
  const t = useTranslations('orders');
  return (
    <nav aria-label={t('columns.status')} className={toolbar.tabs}>
      {[undefined, ...orderStatuses].map((status) => (
        <a
          key={status ?? 'all'}
          href={orderListHref(url, { status })}
          className={toolbar.tab}
          aria-current={url.filter.status === status ? 'true' : undefined}
        >
          {t(`tabs.${status ?? 'all'}`)}
        </a>
      ))}
    </nav>
  );
}
