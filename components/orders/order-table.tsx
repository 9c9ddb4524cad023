import { useTranslations } from 'next-intl';
import { SortHeading } from '@/components/data-table/sort-heading';
import table from '@/components/data-table/table.module.css';
import type { ListedOrder } from '@/lib/domain/orders/list-orders';
import type { Format } from '@/lib/i18n/format';
import { type OrderListUrl, orderListHref } from './order-list-url';
import { OrderRow } from './order-row';
import styles from './order-table.module.css';

interface OrderTableProps {
  rows: ListedOrder[];
  url: OrderListUrl;
  format: Format;
  /** Whether rows can be marked for a change of many. */
  ticks: boolean;
}

/** The orders of a list page; on phones each row is a block of three lines. */
export function OrderTable({ rows, url, format, ticks }: OrderTableProps) {
  const t = useTranslations('orders');
  const { sort, descending = false } = url.page;
  const heading = { sorting: { sort, descending }, href: (name: string) => orderListHref(url, { sort: name }) };
  return (
    <table className={`${table.table} ${styles.orders}`}>
      <caption className="hidden">{t('title')}</caption>
      <thead>
        <tr>
          <SortHeading label="№" name="id" fromTop number {...heading} />
          <SortHeading label={t('columns.date')} name="created_at" fromTop {...heading} />
          <SortHeading label={t('columns.client')} name="client" {...heading} />
          <SortHeading label={t('columns.goods')} name="product" {...heading} />
          <SortHeading label={t('columns.status')} name="status" {...heading} />
          <th scope="col">{t('columns.author')}</th>
          <SortHeading label={t('columns.sum')} name="total_price" fromTop number {...heading} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <OrderRow key={row.order.id} row={row} format={format} ticks={ticks} />
        ))}
      </tbody>
    </table>
  );
}
