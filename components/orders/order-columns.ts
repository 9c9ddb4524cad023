import type { useTranslations } from 'next-intl';
import { markedPhone, markedText, momentCell, moneyCell } from '@/components/data-table/cell';
import type { Column } from '@/components/data-table/column';
import table from '@/components/data-table/table.module.css';
import { oncePer, withGap } from '@/components/text/per-row';
import { formalName } from '@/lib/domain/clients/client-name';
import type { ListedOrder } from '@/lib/domain/orders/list-orders';
import type { OrderStatus as Status } from '@/lib/domain/orders/schema';
import type { ColumnName } from '@/lib/domain/preferences/schema';
import type { Format } from '@/lib/i18n/format';
import { showPhone } from '../clients/show-phone';
import { statusOf, waitsFrom } from './order-status';
import styles from './order-table.module.css';

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

function clientCell({ words }: OrderCells): Column<ListedOrder>['cell'] {
  return ({ client }) => {
    const also = client.lastName ? client.company : undefined;
    const whole = formalName(client);
    return {
      text: markedText(client.lastName ? `${client.lastName} ${client.firstName}` : whole, words),
      also: also ? markedText(also, words) : undefined,
      href: `/clients/${client.id}`,
      look: table.key,
      title: also ? `${whole} · ${also}` : whole,
    };
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
        mobilePhone ? { text: markedPhone(showPhone(mobilePhone), words), href: `tel:${mobilePhone}`, look: 'num' } : null,
    },
    email: {
      label: t('client.email'),
      width: 220,
      sort: 'email',
      cut: true,
      cell: ({ client: { email } }) => (email ? { text: markedText(email, words), href: `mailto:${email}` } : null),
    },
  };
}

/** The status as a mark, for those who may change it as the opener of its menu. */
function statusCell({ t, format, mayWrite }: OrderCells): Column<ListedOrder>['cell'] {
  const name = oncePer((status: Status) => t(`status.${status}`));
  const waiting = oncePer((days: number) => t('orders.waiting', { days }));
  const label = oncePer((status: Status) => withGap((id) => t('orders.changeStatus', { id, status: name(status) })));
  return ({ order: { id, status: stored, version, businessDay } }) => {
    const status = statusOf(stored);
    const days = status === 'Pending' ? format.daysSince(businessDay) : 0;
    return {
      status,
      name: name(status),
      waiting: days >= waitsFrom ? waiting(days) : undefined,
      change: mayWrite ? { id, version, label: label(status)(id) } : undefined,
    };
  };
}

/** Every column of the orders list, each in one place: heading, width, sorting and cell. */
export function orderColumns(cells: OrderCells): OrderColumns {
  const { t, format, words, href } = cells;
  const numbered = withGap((id) => t('orders.number', { id }));
  const more = oncePer((n: number) => t('orders.more', { n }));
  return {
    ...contactColumns(cells),
    id: {
      label: '№',
      width: 80,
      sort: 'id',
      fromTop: true,
      number: true,
      cell: ({ order: { id } }) => ({
        text: markedText(String(id), words),
        href: href(id),
        open: 'first',
        look: `num ${styles.open}`,
        label: numbered(id),
      }),
    },
    created_at: {
      label: t('orders.columns.date'),
      width: 124,
      sort: 'created_at',
      fromTop: true,
      conditions: ['period', 'from', 'to'],
      cell: ({ order }) => momentCell(order.createdAt, format),
    },
    client: {
      label: t('orders.columns.client'),
      width: 256,
      sort: 'client',
      cut: true,
      conditions: ['client'],
      cell: clientCell(cells),
    },
    product: {
      label: t('orders.columns.goods'),
      width: 260,
      sort: 'product',
      cut: true,
      gives: 'late',
      conditions: ['product'],
      cell: ({ order: { id, product, lineCount } }) => ({
        text: markedText(product, words),
        rest: lineCount > 1 ? ` ${more(lineCount - 1)}` : undefined,
        href: href(id),
        open: 'again',
        title: true,
      }),
    },
    status: {
      label: t('orders.columns.status'),
      width: 168,
      sort: 'status',
      conditions: ['status', 'waiting'],
      cell: statusCell(cells),
    },
    author: {
      label: t('orders.columns.author'),
      width: 124,
      sort: 'author',
      cut: true,
      gives: 'soon',
      conditions: ['author'],
      cell: ({ author }) => (author ? { text: author, look: 'quiet' } : null),
    },
    total_price: {
      label: t('orders.columns.sum'),
      width: 156,
      sort: 'total_price',
      fromTop: true,
      number: true,
      conditions: ['sum_from', 'sum_to', 'payment'],
      cell: ({ order }) => moneyCell(order.totalMinor, format),
    },
    description: {
      label: t('order.description'),
      width: 220,
      sort: 'description',
      cut: true,
      cell: ({ order: { description } }) => (description ? { text: markedText(description, words), title: true } : null),
    },
    line_count: {
      label: t('lists.lineCount'),
      width: 96,
      sort: 'line_count',
      fromTop: true,
      number: true,
      cell: ({ order }) => ({ text: String(order.lineCount), look: 'num' }),
    },
    external_no: {
      label: t('order.external_no'),
      width: 132,
      sort: 'external_no',
      cut: true,
      cell: ({ order: { externalNo } }) => (externalNo ? { text: markedText(externalNo, words) } : null),
    },
    updated_at: {
      label: t('lists.updated'),
      width: 132,
      sort: 'updated_at',
      fromTop: true,
      cell: ({ order }) => momentCell(order.updatedAt, format),
    },
  };
}
