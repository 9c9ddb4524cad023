import { useTranslations } from 'next-intl';
import { attributesOf, contentOf } from '@/components/data-table/cell-content';
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
  const none = t('common.none');
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
            {shown.map((name) => {
              const cell = columns[name].cell(row);
              const className = columns[name].number ? table.number : columns[name].cut ? table.cut : undefined;
              return (
                <td key={name} data-cell={name} {...attributesOf(cell, className)}>
                  {contentOf(cell, none)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
