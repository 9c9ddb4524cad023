import { useTranslations } from 'next-intl';
import table from '@/components/data-table/table.module.css';
import type { ListedOrder } from '@/lib/domain/orders/list-orders';
import type { Format } from '@/lib/i18n/format';
import styles from './client-orders.module.css';
import { orderColumns } from './order-columns';
import wide from './order-table.module.css';

const shown = ['id', 'created_at', 'product', 'status', 'total_price'] as const;

/** A client's latest orders on his card. */
export function ClientOrders({ rows, format }: { rows: ListedOrder[]; format: Format }) {
  const t = useTranslations();
  const columns = orderColumns({ t, format, words: [], href: (id) => `/orders/${id}`, mayWrite: false });
  return (
    <table className={`${table.table} ${table.fixed} ${wide.orders} ${styles.orders}`}>
      <caption className="hidden">{t('orders.title')}</caption>
      <colgroup>
        {shown.map((name) => (
          <col key={name} style={{ width: name === 'product' ? undefined : columns[name].width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {shown.map((name) => (
            <th key={name} scope="col" className={columns[name].number ? table.number : undefined}>
              {columns[name].label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.order.id}>
            {shown.map((name) => (
              <td
                key={name}
                data-cell={name}
                className={columns[name].number ? table.number : columns[name].cut ? table.cut : undefined}
                title={columns[name].title?.(row)}
              >
                {columns[name].cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
