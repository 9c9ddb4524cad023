import { useTranslations } from 'next-intl';
import clientStyles from '@/components/clients/client-table.module.css';
import { showPhone } from '@/components/clients/show-phone';
import table from '@/components/data-table/table.module.css';
import { OrderStatus } from '@/components/orders/order-status';
import orderStyles from '@/components/orders/order-table.module.css';
import { ListMoment } from '@/components/text/moment';
import { Money } from '@/components/text/money';
import { None } from '@/components/text/none';
import { clientColumns, type PastClient } from '@/lib/domain/past/past-clients';
import type { PastOrder } from '@/lib/domain/past/past-orders';
import type { Format } from '@/lib/i18n/format';
import { Erased } from './erased';
import styles from './past.module.css';
import { pastHref } from './past-url';

interface RowProps<R> {
  row: R;
  at: number;
  format: Format;
}

function OrderRow({ row: order, at, format }: RowProps<PastOrder>) {
  const t = useTranslations('orders');
  const href = pastHref('order', order.id, { at });
  const isErased = (name: string) => order.erased.includes(name);
  return (
    <tr>
      <td className={`${table.number} ${orderStyles.no}`}>
        <a href={href} className={`num ${orderStyles.open}`} aria-label={t('number', { id: order.id })}>
          {order.id}
        </a>
      </td>
      <td className={orderStyles.date}>
        <ListMoment at={order.createdAt} format={format} />
      </td>
      <td className={`${table.cut} ${orderStyles.client}`} title={order.clientName}>
        {order.clientId > 0 ? (
          <a href={pastHref('client', order.clientId, { at })} className={table.key}>
            {order.clientName}
          </a>
        ) : (
          <Erased />
        )}
      </td>
      <td className={`${table.cut} ${orderStyles.goods} quiet`}>
        {isErased('items') ? <Erased /> : order.product}
        {order.lineCount > 1 ? ` ${t('more', { n: order.lineCount - 1 })}` : ''}
      </td>
      <td className={orderStyles.state}>{isErased('status') ? <Erased /> : <OrderStatus status={order.status} />}</td>
      <td className={`${table.number} ${orderStyles.sum}`}>
        {isErased('total_price') ? <Erased /> : <Money minor={order.totalMinor} format={format} />}
      </td>
    </tr>
  );
}

interface TableProps<R> {
  rows: R[];
  /** UTC epoch ms. */
  at: number;
  format: Format;
}

/** Orders as they were. */
export function PastOrderTable({ rows, at, format }: TableProps<PastOrder>) {
  const t = useTranslations('orders');
  return (
    <table className={`${table.table} ${orderStyles.orders} ${styles.orders}`}>
      <caption className="hidden">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col" className={table.number}>
            №
          </th>
          <th scope="col">{t('columns.date')}</th>
          <th scope="col">{t('columns.client')}</th>
          <th scope="col">{t('columns.goods')}</th>
          <th scope="col">{t('columns.status')}</th>
          <th scope="col" className={table.number}>
            {t('columns.sum')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <OrderRow key={row.id} row={row} at={at} format={format} />
        ))}
      </tbody>
    </table>
  );
}

function ClientRow({ row: { id, name, record, createdAt }, at, format }: RowProps<PastClient>) {
  const { lastName, company, mobilePhone, email } = clientColumns(record.snapshot);
  const isErased = (field: string) => record.erased.includes(field);
  return (
    <tr>
      <td className={`${table.cut} ${clientStyles.name}`} title={name}>
        <a href={pastHref('client', id, { at })} className={`${table.key} ${clientStyles.open}`}>
          {name}
        </a>
        {company && lastName ? <span className="quiet"> · {company}</span> : null}
      </td>
      <td className={`${clientStyles.phone} num`}>
        {isErased('mobile_phone') ? <Erased /> : mobilePhone ? showPhone(mobilePhone) : <None />}
      </td>
      <td className={`${table.cut} ${clientStyles.email}`}>{isErased('email') ? <Erased /> : (email ?? <None />)}</td>
      <td className={`${clientStyles.sum} ${styles.added}`}>
        <ListMoment at={createdAt} format={format} />
      </td>
    </tr>
  );
}

/** Clients as they were. */
export function PastClientTable({ rows, at, format }: TableProps<PastClient>) {
  const t = useTranslations();
  return (
    <table className={`${table.table} ${clientStyles.clients} ${styles.clients}`}>
      <caption className="hidden">{t('clients.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('clients.name')}</th>
          <th scope="col">{t('client.phone')}</th>
          <th scope="col">{t('client.email')}</th>
          <th scope="col">{t('client.added')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ClientRow key={row.id} row={row} at={at} format={format} />
        ))}
      </tbody>
    </table>
  );
}
