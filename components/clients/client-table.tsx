import { useTranslations } from 'next-intl';
import { RowTick } from '@/components/data-table/row-tick';
import { SortHeading } from '@/components/data-table/sort-heading';
import table from '@/components/data-table/table.module.css';
import { Money } from '@/components/text/money';
import { None } from '@/components/text/none';
import { formalName } from '@/lib/domain/clients/client-name';
import type { ClientListPage } from '@/lib/domain/clients/list-clients';
import type { Format } from '@/lib/i18n/format';
import { type ClientListUrl, clientListHref } from './client-list-url';
import styles from './client-table.module.css';
import { showPhone } from './show-phone';

interface ClientRowViewProps {
  row: ClientListPage['rows'][number];
  format: Format;
  ticks: boolean;
}

function ClientRowView({ row: { client, totals }, format, ticks }: ClientRowViewProps) {
  const t = useTranslations('client');
  const tick = useTranslations('bulk');
  const name = formalName(client);
  const orders = `/orders?client=${client.id}`;
  return (
    <tr>
      <td className={`${table.cut} ${styles.name}`} title={client.company && client.lastName ? `${name} · ${client.company}` : name}>
        {ticks ? <RowTick id={client.id} label={tick('selectClient', { name })} /> : null}
        <a href={`/clients/${client.id}`} className={`${table.key} ${styles.open}`}>
          {name}
        </a>
        {client.company && client.lastName ? <span className="quiet"> · {client.company}</span> : null}
      </td>
      <td className={`${styles.phone} num`}>
        {client.mobilePhone ? <a href={`tel:${client.mobilePhone}`}>{showPhone(client.mobilePhone)}</a> : <None />}
      </td>
      <td className={`${table.cut} ${styles.email}`}>{client.email ? <a href={`mailto:${client.email}`}>{client.email}</a> : <None />}</td>
      <td className={`${table.number} ${styles.orders}`} data-word={t('orders')}>
        <a href={orders} className="num">
          {format.number(totals.orders)}
        </a>
      </td>
      <td className={`${table.number} ${styles.sum}`}>
        <a href={orders}>
          <Money minor={totals.totalMinor} format={format} />
        </a>
      </td>
      <td className={`${table.number} ${styles.debt}`}>
        {totals.debtMinor > 0 ? <Money minor={totals.debtMinor} format={format} /> : <span className="muted num">0</span>}
      </td>
      <td className={`${styles.last} num`}>{totals.lastOrderAt === null ? <None /> : format.shortDay(format.dayOf(totals.lastOrderAt))}</td>
    </tr>
  );
}

interface ClientTableProps {
  rows: ClientListPage['rows'];
  url: ClientListUrl;
  format: Format;
  /** Whether rows can be marked for a change of many. */
  ticks: boolean;
}

/** The clients of a list page with what they ordered and owe. */
export function ClientTable({ rows, url, format, ticks }: ClientTableProps) {
  const t = useTranslations();
  const { sort, descending = false } = url.page;
  const heading = { sorting: { sort, descending }, href: (name: string) => clientListHref(url, { sort: name }) };
  return (
    <table className={`${table.table} ${styles.clients}`}>
      <caption className="hidden">{t('clients.title')}</caption>
      <thead>
        <tr>
          <SortHeading label={t('clients.name')} name="name" {...heading} />
          <SortHeading label={t('client.phone')} name="mobile_phone" {...heading} />
          <SortHeading label={t('client.email')} name="email" {...heading} />
          <th scope="col" className={table.number}>
            {t('client.orders')}
          </th>
          <th scope="col" className={table.number}>
            {t('client.sum')}
          </th>
          <th scope="col" className={table.number}>
            {t('client.debt')}
          </th>
          <th scope="col">{t('client.last')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ClientRowView key={row.client.id} row={row} format={format} ticks={ticks} />
        ))}
      </tbody>
    </table>
  );
}
