import type { useTranslations } from 'next-intl';
import type { Column } from '@/components/data-table/column';
import table from '@/components/data-table/table.module.css';
import { Marked, MarkedPhone } from '@/components/text/marked';
import { ListMoment } from '@/components/text/moment';
import { Money } from '@/components/text/money';
import { None } from '@/components/text/none';
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
  return {
    orders: {
      label: t('client.orders'),
      width: 96,
      sort: 'orders',
      fromTop: true,
      number: true,
      conditions: ['has_pending'],
      cell: ({ client, totals }) => (
        <a href={`/orders?client=${client.id}`} className="num" data-word={t('client.orders')}>
          {format.number(totals.orders)}
        </a>
      ),
    },
    total: {
      label: t('client.sum'),
      width: 152,
      sort: 'total',
      fromTop: true,
      number: true,
      cell: ({ client, totals }) => (
        <a href={`/orders?client=${client.id}`}>
          <Money minor={totals.totalMinor} format={format} />
        </a>
      ),
    },
    debt: {
      label: t('client.debt'),
      width: 144,
      sort: 'debt',
      fromTop: true,
      number: true,
      conditions: ['has_debt'],
      cell: ({ client, totals }) =>
        totals.debtMinor > 0 ? (
          <a href={`/orders?client=${client.id}&payment=unpaid`}>
            <Money minor={totals.debtMinor} format={format} />
          </a>
        ) : (
          <span className="muted num">0</span>
        ),
    },
    last_order: {
      label: t('client.last'),
      width: 112,
      sort: 'last_order',
      fromTop: true,
      cell: ({ totals }) =>
        totals.lastOrderAt === null ? <None /> : <span className="num">{format.shortDay(format.dayOf(totals.lastOrderAt))}</span>,
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
      title: ({ client }) => (client.company && client.lastName ? `${formalName(client)} · ${client.company}` : formalName(client)),
      cell: ({ client }) => (
        <>
          <a href={href(client.id)} data-open="" className={`${table.key} ${styles.open}`}>
            <Marked text={formalName(client)} words={words} />
          </a>
          {client.company && client.lastName ? (
            <span className="quiet">
              {' · '}
              <Marked text={client.company} words={words} />
            </span>
          ) : null}
        </>
      ),
    },
    mobile_phone: {
      label: t('client.phone'),
      width: 160,
      sort: 'mobile_phone',
      conditions: ['has_phone'],
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
      width: 208,
      sort: 'email',
      cut: true,
      gives: 'late',
      conditions: ['has_email'],
      title: ({ client }) => client.email ?? undefined,
      cell: ({ client: { email } }) =>
        email ? (
          <a href={`mailto:${email}`}>
            <Marked text={email} words={words} />
          </a>
        ) : (
          <None />
        ),
    },
    created_at: {
      label: t('client.added'),
      width: 128,
      sort: 'created_at',
      fromTop: true,
      gives: 'soon',
      conditions: ['period', 'from', 'to'],
      cell: ({ client }) => <span className="num">{format.shortDay(client.createdDay)}</span>,
    },
    inn: {
      label: t('lists.inn'),
      width: 132,
      sort: 'inn',
      cell: ({ client }) =>
        client.inn ? (
          <span className="num">
            <Marked text={client.inn} words={words} />
          </span>
        ) : (
          <None />
        ),
    },
    updated_at: {
      label: t('lists.updated'),
      width: 132,
      sort: 'updated_at',
      fromTop: true,
      cell: ({ client }) => <ListMoment at={client.updatedAt} format={format} />,
    },
  };
}
