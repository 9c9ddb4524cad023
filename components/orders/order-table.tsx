import { useTranslations } from 'next-intl';
import { placedColumns } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { recordHref } from '@/components/data-table/record-href';
import { withGap } from '@/components/text/per-row';
import type { ListedOrder, OrderListPage } from '@/lib/domain/orders/list-orders';
import type { ListLayout } from '@/lib/domain/preferences/schema';
import type { Format } from '@/lib/i18n/format';
import { searchWords } from '@/lib/search/normalise';
import { orderColumns } from './order-columns';
import { OrderDay } from './order-day';
import type { OrderListUrl } from './order-list-url';
import styles from './order-table.module.css';

interface OrderTableProps {
  list: OrderListPage;
  url: OrderListUrl;
  format: Format;
  layout: ListLayout<'orders'>;
  /** Whether rows can be marked for a change of many. */
  ticks: boolean;
}

/** The orders of a list page; on phones each row is a block of three lines, under the heading of its day. */
export function OrderTable({ list, url, format, layout, ticks }: OrderTableProps) {
  const t = useTranslations();
  const words = searchWords(list.shownFor ?? url.filter.search ?? '');
  const known = orderColumns({ t, format, words, href: (id) => recordHref(url, id, list.shownFor), mayWrite: ticks });
  const columns = placedColumns(known, layout.columns, ['product', 'description', 'client', 'status']);
  const mark = withGap((id) => t('bulk.select', { id }));
  const byDay = url.page.sort === 'created_at';
  const day = ({ order }: ListedOrder, previous: ListedOrder | undefined) =>
    order.businessDay === previous?.order.businessDay ? null : (
      <OrderDay
        key={order.businessDay}
        day={order.businessDay}
        sum={list.days.get(order.businessDay)}
        span={columns.length + (ticks ? 1 : 0)}
        format={format}
      />
    );
  return (
    <DataTable
      caption={t('orders.title')}
      className={byDay ? `${styles.orders} ${styles.byDay}` : styles.orders}
      columns={columns}
      rows={list.rows}
      idOf={({ order }) => order.id}
      url={url}
      density={layout.density}
      tick={ticks ? ({ order }) => mark(order.id) : undefined}
      about={({ order }) => ({ version: order.version, sum: order.totalMinor, edit: ticks ? `/orders/${order.id}/edit` : undefined })}
      group={byDay ? day : undefined}
    />
  );
}
