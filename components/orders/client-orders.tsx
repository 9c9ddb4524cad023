import { useTranslations } from 'next-intl';
import table from '@/components/data-table/table.module.css';
import type { ListedOrder } from '@/lib/domain/orders/list-orders';
import type { Format } from '@/lib/i18n/format';
import styles from './client-orders.module.css';
import { OrderRow } from './order-row';
import wide from './order-table.module.css';

/** A client's latest orders on his card. */
export function ClientOrders({ rows, format }: { rows: ListedOrder[]; format: Format }) {
  const t = useTranslations('orders');
  return (
    <table className={`${table.table} ${wide.orders} ${styles.orders}`}>
      <caption className="hidden">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col" className={table.number}>
            №
          </th>
          <th scope="col">{t('columns.date')}</th>
          <th scope="col">{t('columns.goods')}</th>
          <th scope="col">{t('columns.status')}</th>
          <th scope="col" className={table.number}>
            {t('columns.sum')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <OrderRow key={row.order.id} row={row} format={format} withClient={false} />
        ))}
      </tbody>
    </table>
  );
}
