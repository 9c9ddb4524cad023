import { useTranslations } from 'next-intl';
import type { Condition } from '@/components/data-table/condition';
import type { LayoutAction } from '@/components/data-table/layout-menu';
import { ListToolbar } from '@/components/data-table/list-toolbar';
import { hereOf } from '@/components/views/view-url';
import type { ListLayout } from '@/lib/domain/preferences/schema';
import type { Format } from '@/lib/i18n/format';
import { orderColumns } from './order-columns';
import type { OrderFilterNames } from './order-filter-names';
import { OrderFilterPanel } from './order-filter-panel';
import type { OrderListUrl } from './order-list-url';

interface OrderToolbarProps {
  url: OrderListUrl;
  names: OrderFilterNames;
  conditions: Condition[];
  format: Format;
  layout: ListLayout<'orders'>;
  /** The view whose own columns are shown. */
  view: number | undefined;
  whole: string;
  save: LayoutAction;
}

/** Search, conditions, columns and density of the orders list. */
export function OrderToolbar({ url, names, conditions, format, layout, view, whole, save }: OrderToolbarProps) {
  const t = useTranslations();
  const columns = orderColumns({ t, format, words: [], href: () => '', mayWrite: false });
  return (
    <ListToolbar
      url={url}
      label={t('orders.search')}
      hint={t('orders.searchHint')}
      conditions={conditions}
      keep={['client', 'product_id', 'with_product_id', 'weekday', 'hour', 'client_class', 'product_class', 'class_status']}
      whole={whole}
      panel={<OrderFilterPanel url={url} names={names} count={conditions.length} format={format} />}
      columns={columns}
      layout={{ list: 'orders', layout, back: hereOf(url), view, save }}
    />
  );
}
