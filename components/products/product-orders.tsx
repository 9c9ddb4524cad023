import { useTranslations } from 'next-intl';
import table from '@/components/data-table/table.module.css';
import { OrderStatus } from '@/components/orders/order-status';
import { ListMoment } from '@/components/text/moment';
import { Money } from '@/components/text/money';
import { formalName } from '@/lib/domain/clients/client-name';
import type { ListedOrder } from '@/lib/domain/orders/list-orders';
import type { Format } from '@/lib/i18n/format';
import styles from './product-orders.module.css';

/** The latest orders a product stands in. */
export function ProductOrders({ rows, format }: { rows: ListedOrder[]; format: Format }) {
  const t = useTranslations('orders');
  return (
    <table className={`${table.table} ${styles.orders}`}>
      <caption className="hidden">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col" className={table.number}>
            №
          </th>
          <th scope="col">{t('columns.date')}</th>
          <th scope="col">{t('columns.client')}</th>
          <th scope="col">{t('columns.status')}</th>
          <th scope="col" className={table.number}>
            {t('columns.sum')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ order, client }) => (
          <tr key={order.id}>
            <td className={`${table.number} ${styles.no}`}>
              <a href={`/orders/${order.id}`} className="num" aria-label={t('number', { id: order.id })}>
                {order.id}
              </a>
            </td>
            <td className={styles.date}>
              <ListMoment at={order.createdAt} format={format} />
            </td>
            <td className={`${table.cut} ${styles.client}`} title={formalName(client)}>
              <a href={`/clients/${client.id}`} className={table.key}>
                {formalName(client)}
              </a>
            </td>
            <td className={styles.state}>
              <OrderStatus status={order.status} />
            </td>
            <td className={`${table.number} ${styles.sum}`}>
              <Money minor={order.totalMinor} format={format} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
