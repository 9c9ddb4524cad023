import type { useTranslations } from 'next-intl';
import type { Column } from '@/components/data-table/column';
import table from '@/components/data-table/table.module.css';
import { Marked, MarkedPhone } from '@/components/text/marked';
import { ListMoment } from '@/components/text/moment';
import { Money } from '@/components/text/money';
import { None } from '@/components/text/none';
import { formalName } from '@/lib/domain/clients/client-name';
import type { ListedOrder } from '@/lib/domain/orders/list-orders';
import type { ColumnName } from '@/lib/domain/preferences/schema';
import type { Format } from '@/lib/i18n/format';
import { showPhone } from '../clients/show-phone';
import { OrderStatus } from './order-status';
import styles from './order-table.module.css';
import { StatusLink } from './status-link';

interface OrderCells {
  t: ReturnType<typeof useTranslations<never>>;
  format: Format;
  /** What a search looked for, to be marked. */
  words: readonly string[];
  /** Where the card of an order is opened. */
  href: (id: number) => string;
  mayWrite: boolean;
}

type OrderColumns = Record<ColumnName<'orders'>, Column<ListedOrder>>;

function clientColumn({ words }: OrderCells): Column<ListedOrder>['cell'] {
  return ({ client }) => {
    const person = client.lastName ? `${client.lastName} ${client.firstName}` : formalName(client);
    return (
      <>
        <a href={`/clients/${client.id}`} className={table.key}>
          <Marked text={person} words={words} />
        </a>
        {client.company && client.lastName ? (
          <span className="quiet">
            {' · '}
            <Marked text={client.company} words={words} />
          </span>
        ) : null}
      </>
    );
  };
}

/** Who can be reached how. */
function contactColumns({ t, words }: OrderCells): Pick<OrderColumns, 'mobile_phone' | 'email'> {
  return {
    mobile_phone: {
      label: t('client.phone'),
      width: 160,
      sort: 'mobile_phone',
      cell: ({ client: { mobilePhone } }) =>
        mobilePhone ? (
          <a href={`tel:${mobilePhone}`} className="num">
            <MarkedPhone text={showPhone(mobilePhone)} words={words} />
          </a>
        ) : (
          <None />
        ),
    },
    email: {
      label: t('client.email'),
      width: 220,
      sort: 'email',
      cut: true,
      cell: ({ client: { email } }) =>
        email ? (
          <a href={`mailto:${email}`}>
            <Marked text={email} words={words} />
          </a>
        ) : (
          <None />
        ),
    },
  };
}

/** Every column of the orders list, each in one place: heading, width, sorting and cell. */
export function orderColumns(cells: OrderCells): OrderColumns {
  const { t, format, words, href, mayWrite } = cells;
  return {
    ...contactColumns(cells),
    id: {
      label: '№',
      width: 80,
      sort: 'id',
      fromTop: true,
      number: true,
      cell: ({ order }) => (
        <a href={href(order.id)} data-open="" className={`num ${styles.open}`} aria-label={t('orders.number', { id: order.id })}>
          <Marked text={String(order.id)} words={words} />
        </a>
      ),
    },
    created_at: {
      label: t('orders.columns.date'),
      width: 124,
      sort: 'created_at',
      fromTop: true,
      conditions: ['period', 'from', 'to'],
      cell: ({ order }) => <ListMoment at={order.createdAt} format={format} />,
    },
    client: {
      label: t('orders.columns.client'),
      width: 256,
      sort: 'client',
      cut: true,
      conditions: ['client'],
      title: ({ client }) => (client.company && client.lastName ? `${formalName(client)} · ${client.company}` : formalName(client)),
      cell: clientColumn(cells),
    },
    product: {
      label: t('orders.columns.goods'),
      width: 260,
      sort: 'product',
      cut: true,
      gives: 'late',
      conditions: ['product'],
      title: ({ order }) => order.product,
      cell: ({ order }) => (
        <a href={href(order.id)} data-open="" tabIndex={-1}>
          <Marked text={order.product} words={words} />
          {order.lineCount > 1 ? ` ${t('orders.more', { n: order.lineCount - 1 })}` : ''}
        </a>
      ),
    },
    status: {
      label: t('orders.columns.status'),
      width: 168,
      sort: 'status',
      conditions: ['status', 'waiting'],
      cell: ({ order }) => {
        const waiting = format.daysSince(order.businessDay);
        return mayWrite ? <StatusLink order={order} waiting={waiting} /> : <OrderStatus status={order.status} waiting={waiting} />;
      },
    },
    author: {
      label: t('orders.columns.author'),
      width: 124,
      sort: 'author',
      cut: true,
      gives: 'soon',
      conditions: ['author'],
      cell: ({ author }) => (author ? <span className="quiet">{author}</span> : <None />),
    },
    total_price: {
      label: t('orders.columns.sum'),
      width: 156,
      sort: 'total_price',
      fromTop: true,
      number: true,
      conditions: ['sum_from', 'sum_to', 'payment'],
      cell: ({ order }) => <Money minor={order.totalMinor} format={format} />,
    },
    description: {
      label: t('order.description'),
      width: 220,
      sort: 'description',
      cut: true,
      title: ({ order }) => order.description || undefined,
      cell: ({ order }) => (order.description ? <Marked text={order.description} words={words} /> : <None />),
    },
    line_count: {
      label: t('lists.lineCount'),
      width: 96,
      sort: 'line_count',
      fromTop: true,
      number: true,
      cell: ({ order }) => <span className="num">{order.lineCount}</span>,
    },
    external_no: {
      label: t('order.external_no'),
      width: 132,
      sort: 'external_no',
      cut: true,
      cell: ({ order }) => (order.externalNo ? <Marked text={order.externalNo} words={words} /> : <None />),
    },
    updated_at: {
      label: t('lists.updated'),
      width: 132,
      sort: 'updated_at',
      fromTop: true,
      cell: ({ order }) => <ListMoment at={order.updatedAt} format={format} />,
    },
  };
}
