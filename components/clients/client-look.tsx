import { useTranslations } from 'next-intl';
import look from '@/components/data-table/look-card.module.css';
import { statusOf } from '@/components/orders/order-status';
import { StatusShape } from '@/components/orders/status-mark';
import { Money } from '@/components/text/money';
import type { ClientCard } from '@/lib/domain/clients/get-client';
import type { ListedOrder } from '@/lib/domain/orders/list-orders';
import type { Format } from '@/lib/i18n/format';
import { LookContacts } from './look-contacts';

interface ClientLookProps {
  card: ClientCard;
  /** The latest orders. */
  orders: ListedOrder[];
  format: Format;
}

/** A client beside the list: how to reach him, what he owes, what he ordered last. */
export function ClientLook({ card: { client, totals }, orders, format }: ClientLookProps) {
  const t = useTranslations();
  const facts = [
    ['inn', client.inn],
    ['address', client.address],
    ['comment', client.comment],
  ] as const;
  return (
    <article key={client.id}>
      <header className={look.head}>
        <h2>{t('look.client')}</h2>
      </header>
      <section className={look.part}>
        <LookContacts client={client} />
        <dl className={look.facts}>
          <div>
            <dt>{t('look.ordered')}</dt>
            <dd>{t('client.ordersOn', { n: totals.orders, sum: format.money(totals.totalMinor) })}</dd>
          </div>
          <div>
            <dt>{t('look.debt')}</dt>
            <dd>
              <Money minor={totals.debtMinor} format={format} />
            </dd>
          </div>
          {facts.map(([field, value]) =>
            value ? (
              <div key={field}>
                <dt>{t(`look.${field}`)}</dt>
                <dd>{value}</dd>
              </div>
            ) : null,
          )}
        </dl>
      </section>
      {orders.length > 0 ? (
        <section className={look.part} aria-label={t('look.latest')}>
          <h3 className="quiet">{t('look.latest')}</h3>
          <ul className={look.lines}>
            {orders.map(({ order }) => (
              <li key={order.id}>
                <div>
                  <p>
                    <StatusShape status={statusOf(order.status)} /> <a href={`/orders/${order.id}`}>№&nbsp;{order.id}</a>{' '}
                    <span className="muted num">{format.listDay(format.dayOf(order.createdAt))}</span>
                  </p>
                  <p className="quiet">{order.product}</p>
                </div>
                <b>
                  <Money minor={order.totalMinor} format={format} />
                </b>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </article>
  );
}
