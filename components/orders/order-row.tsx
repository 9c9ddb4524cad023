import { useTranslations } from 'next-intl';
import { RowTick } from '@/components/data-table/row-tick';
import table from '@/components/data-table/table.module.css';
import { ListMoment } from '@/components/text/moment';
import { Money } from '@/components/text/money';
import { formalName } from '@/lib/domain/clients/client-name';
import type { ListedOrder } from '@/lib/domain/orders/list-orders';
import type { Format } from '@/lib/i18n/format';
import { OrderStatus } from './order-status';
import styles from './order-table.module.css';
import { StatusLink } from './status-link';

interface OrderRowProps {
  row: ListedOrder;
  format: Format;
  /** In a client's own table his name says nothing. */
  withClient?: boolean;
  /** Whether the row can be marked for a change of many. */
  ticks?: boolean;
}

export function OrderRow({ row: { order, client, author }, format, withClient = true, ticks = false }: OrderRowProps) {
  const t = useTranslations('orders');
  const tick = useTranslations('bulk');
  const name = formalName(client);
  const href = `/orders/${order.id}`;
  const person = client.lastName ? `${client.lastName} ${client.firstName}` : name;
  return (
    <tr data-row={order.id} data-version={order.version} data-sum={order.totalMinor} data-edit={ticks ? `${href}/edit` : undefined}>
      <td className={`${table.number} ${styles.no}`}>
        {ticks ? <RowTick id={order.id} label={tick('select', { id: order.id })} /> : null}
        <a href={href} data-open="" className={`num ${styles.open}`} aria-label={t('number', { id: order.id })}>
          {order.id}
        </a>
      </td>
      <td className={styles.date}>
        <ListMoment at={order.createdAt} format={format} />
      </td>
      {withClient ? (
        <td className={`${table.cut} ${styles.client}`} title={client.company && client.lastName ? `${name} · ${client.company}` : name}>
          <a href={`/clients/${client.id}`} className={table.key}>
            {person}
          </a>
          {client.company && client.lastName ? <span className="quiet"> · {client.company}</span> : null}
        </td>
      ) : null}
      <td className={`${table.cut} ${styles.goods}`}>
        <a href={href} className="quiet" tabIndex={-1}>
          {order.product}
          {order.lineCount > 1 ? ` ${t('more', { n: order.lineCount - 1 })}` : ''}
        </a>
      </td>
      <td className={styles.state}>
        {ticks ? (
          <StatusLink order={order} waiting={format.daysSince(order.businessDay)} />
        ) : (
          <OrderStatus status={order.status} waiting={format.daysSince(order.businessDay)} />
        )}
      </td>
      {withClient ? <td className={`${table.cut} ${styles.author} quiet`}>{author ?? ''}</td> : null}
      <td className={`${table.number} ${styles.sum}`}>
        <Money minor={order.totalMinor} format={format} />
      </td>
    </tr>
  );
}
