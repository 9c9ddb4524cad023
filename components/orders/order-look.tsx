import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { LookContacts } from '@/components/clients/look-contacts';
import look from '@/components/data-table/look-card.module.css';
import buttons from '@/components/form/button.module.css';
import { RecordHistory } from '@/components/history/record-history';
import { Money } from '@/components/text/money';
import type { FullOrder } from '@/db/queries/orders';
import type { ToldEntry } from '@/lib/domain/history/list-history';
import type { Format } from '@/lib/i18n/format';
import { OrderStatus } from './order-status';

interface OrderLookProps {
  full: FullOrder;
  author: string | undefined;
  /** The latest changes. */
  entries: ToldEntry[];
  format: Format;
  mayWrite: boolean;
}

const noMarks = { undone: new Set<number>(), runs: new Map(), imports: new Map(), mayUndo: () => false };

/** An order beside its list: enough to answer a call, and the next step. */
export function OrderLook({ full: { order, client, lines }, author, entries, format, mayWrite }: OrderLookProps) {
  const t = useTranslations();
  return (
    <article key={order.id}>
      <header className={look.head}>
        <h2>{t('orders.number', { id: String(order.id) })}</h2>
        <OrderStatus status={order.status} waiting={format.daysSince(order.businessDay)} />
      </header>
      <section className={look.part}>
        <LookContacts client={client} />
        <dl className={look.facts}>
          <div>
            <dt>{t('look.created')}</dt>
            <dd>
              {format.shortDay(format.dayOf(order.createdAt))}, {format.time(order.createdAt)}
            </dd>
          </div>
          {author ? (
            <div>
              <dt>{t('orders.columns.author')}</dt>
              <dd>{author}</dd>
            </div>
          ) : null}
          {order.dueDay ? (
            <div>
              <dt>{t('look.due')}</dt>
              <dd>{format.shortDay(order.dueDay)}</dd>
            </div>
          ) : null}
          {order.shippedDay ? (
            <div>
              <dt>{t('order.shipped_day')}</dt>
              <dd>{format.shortDay(order.shippedDay)}</dd>
            </div>
          ) : null}
          {order.description ? (
            <div>
              <dt>{t('order.description')}</dt>
              <dd>{order.description}</dd>
            </div>
          ) : null}
        </dl>
      </section>
      <section className={look.part} aria-label={t('order.lines')}>
        <ul className={look.lines}>
          {lines.map((line) => (
            <li key={line.id}>
              <div>
                <p>{line.product}</p>
                <p className="muted num">
                  {[line.sku, `${format.quantity(line.quantityMilli)} × ${format.amount(line.priceMinor)}`].filter(Boolean).join(' · ')}
                </p>
              </div>
              <b>
                <Money minor={line.totalMinor} format={format} />
              </b>
            </li>
          ))}
        </ul>
        <p className={look.total}>
          {t('order.total')}{' '}
          <b>
            <Money minor={order.totalMinor} format={format} />
          </b>
        </p>
        {mayWrite && order.status === 'Pending' ? (
          <button
            type="button"
            className={buttons.primary}
            data-set-status="Completed"
            data-order={order.id}
            data-status={order.status}
            data-version={order.version}
          >
            <IconCircleCheck size={16} stroke={1.6} aria-hidden="true" />
            {t('order.move.Completed')}
          </button>
        ) : null}
      </section>
      <div className={look.part}>
        <RecordHistory entries={entries} marks={noMarks} format={format} />
      </div>
    </article>
  );
}
