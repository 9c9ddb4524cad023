import type { useTranslations } from 'next-intl';
import { markedPhone, markedText, momentCell, moneyCell } from '@/components/data-table/cell';
import type { Column } from '@/components/data-table/column';
import table from '@/components/data-table/table.module.css';
import { formalName } from '@/lib/domain/clients/client-name';
import type { ClientListPage } from '@/lib/domain/clients/list-clients';
import type { ColumnName } from '@/lib/domain/preferences/schema';
import type { Format } from '@/lib/i18n/format';
import styles from './client-table.module.css';
import { showPhone } from './show-phone';

type ListedClient = ClientListPage['rows'][number];

interface ClientCells {
  t: ReturnType<typeof useTranslations<never>>;
  format: Format;
  /** What a search looked for, to be marked. */
  words: readonly string[];
  /** Where the card of a client is opened. */
  href: (id: number) => string;
}

type ClientColumns = Record<ColumnName<'clients'>, Column<ListedClient>>;

/** What their orders come to; each figure opens its orders. */
function figureColumns({ t, format }: ClientCells): Pick<ClientColumns, 'orders' | 'total' | 'debt' | 'last_order'> {
  const word = t('client.orders');
  const ordersOf = (id: number) => `/orders?client=${id}`;
  return {
    orders: {
      label: word,
      width: 96,
      sort: 'orders',
      fromTop: true,
      number: true,
      conditions: ['has_pending'],
      cell: ({ client, totals }) => ({ text: format.number(totals.orders), href: ordersOf(client.id), look: 'num', word }),
    },
    total: {
      label: t('client.sum'),
      width: 152,
      sort: 'total',
      fromTop: true,
      number: true,
      cell: ({ client, totals }) => moneyCell(totals.totalMinor, format, ordersOf(client.id)),
    },
    debt: {
      label: t('client.debt'),
      width: 144,
      sort: 'debt',
      fromTop: true,
      number: true,
      conditions: ['has_debt'],
      cell: ({ client, totals }) =>
        totals.debtMinor > 0
          ? moneyCell(totals.debtMinor, format, `${ordersOf(client.id)}&payment=unpaid`)
          : { text: '0', look: 'muted num' },
    },
    last_order: {
      label: t('client.last'),
      width: 112,
      sort: 'last_order',
      fromTop: true,
      cell: ({ totals }) => (totals.lastOrderAt === null ? null : { text: format.shortDay(format.dayOf(totals.lastOrderAt)), look: 'num' }),
    },
  };
}

/** Every column of the clients list, each in one place: heading, width, sorting and cell. */
export function clientColumns(cells: ClientCells): ClientColumns {
  const { t, format, words, href } = cells;
  return {
    ...figureColumns(cells),
    name: {
      label: t('clients.name'),
      width: 280,
      sort: 'name',
      cut: true,
      cell: ({ client }) => {
        const also = client.lastName ? client.company : undefined;
        const whole = formalName(client);
        return {
          text: markedText(whole, words),
          also: also ? markedText(also, words) : undefined,
          href: href(client.id),
          open: 'first',
          look: `${table.key} ${styles.open}`,
          title: also ? `${whole} · ${also}` : whole,
        };
      },
    },
    mobile_phone: {
      label: t('client.phone'),
      width: 160,
      sort: 'mobile_phone',
      conditions: ['has_phone'],
      cell: ({ client: { mobilePhone } }) =>
        mobilePhone ? { text: markedPhone(showPhone(mobilePhone), words), href: `tel:${mobilePhone}`, look: 'num' } : null,
    },
    email: {
      label: t('client.email'),
      width: 208,
      sort: 'email',
      cut: true,
      gives: 'late',
      conditions: ['has_email'],
      cell: ({ client: { email } }) => (email ? { text: markedText(email, words), href: `mailto:${email}`, title: true } : null),
    },
    created_at: {
      label: t('client.added'),
      width: 128,
      sort: 'created_at',
      fromTop: true,
      gives: 'soon',
      conditions: ['period', 'from', 'to'],
      cell: ({ client }) => ({ text: format.shortDay(client.createdDay), look: 'num' }),
    },
    inn: {
      label: t('lists.inn'),
      width: 132,
      sort: 'inn',
      cell: ({ client }) => (client.inn ? { text: markedText(client.inn, words), look: 'num' } : null),
    },
    updated_at: {
      label: t('lists.updated'),
      width: 132,
      sort: 'updated_at',
      fromTop: true,
      cell: ({ client }) => momentCell(client.updatedAt, format),
    },
  };
}
