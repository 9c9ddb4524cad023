import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CardHead } from '@/components/cards/card-head';
import { ClientDetails } from '@/components/clients/client-details';
import { ClientFigures } from '@/components/clients/client-figures';
import { ClientMonths } from '@/components/clients/client-months';
import { ClientPayments } from '@/components/clients/client-payments';
import { ClientTools } from '@/components/clients/client-tools';
import { walkClients } from '@/components/clients/client-walk';
import { ErasedStrip } from '@/components/clients/erased-strip';
import { hrefWith, singleParams } from '@/components/data-table/list-url';
import { Neighbours } from '@/components/data-table/neighbours';
import { FormerStrip, SimilarStrip } from '@/components/duplicates/card-strips';
import { LinkedLine } from '@/components/exchange/linked-line';
import buttons from '@/components/form/button.module.css';
import { RecordHistory } from '@/components/history/record-history';
import { ClientOrders } from '@/components/orders/client-orders';
import styles from '@/components/orders/order-card.module.css';
import { pastHref } from '@/components/past/past-url';
import { BinnedStrip } from '@/components/states/binned-strip';
import { Problem } from '@/components/states/problem';
import { Initials } from '@/components/text/initials';
import { formalName } from '@/lib/domain/clients/client-name';
import { getClientCard } from '@/lib/domain/clients/get-client';
import { listClientMonths } from '@/lib/domain/clients/list-client-months';
import { findSimilarClients } from '@/lib/domain/duplicates/find-similar';
import { listRecordLinks } from '@/lib/domain/exchange/list-record-links';
import { listHistory } from '@/lib/domain/history/list-history';
import { nameDeleters } from '@/lib/domain/history/name-deleters';
import { listOrderPage } from '@/lib/domain/orders/list-orders';
import { listClientPayments } from '@/lib/domain/payments/list-client-payments';
import { can } from '@/lib/domain/permissions';
import { mayUndo } from '@/lib/domain/undo/undo-operation';
import { found, pageCtx, pageFormat, recordId } from '@/lib/entry/page';
import type { RecordPageProps } from '../../../page-props';
import { deleteClientAction, restoreClientAction } from '../actions';

/** Payments that the card tells. */
const paymentsTold = 10;

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return { title: (await getTranslations('clients'))('number', { id: (await params).id }) };
}

export default async function ClientPage({ params, searchParams }: RecordPageProps) {
  const id = recordId((await params).id);
  const { problem, merged = '' } = singleParams(await searchParams);
  const [ctx, format, t] = await Promise.all([pageCtx(), pageFormat(), getTranslations()]);
  const { client, totals, former } = await found(getClientCard(ctx, id, /^\d{1,15}$/.test(merged) ? Number(merged) : undefined));
  if (client.id !== id) redirect(hrefWith(`/clients/${client.id}`, { merged: String(id) }));
  const walk = await walkClients(ctx, id, (await searchParams).in);
  const binned = client.deletedAt !== null;
  const [similar, orders, history, months, payments, linked, deleters] = await Promise.all([
    findSimilarClients(ctx, { mobile_phone: client.mobilePhone ?? '', inn: client.inn, except: id }),
    listOrderPage(ctx, { client_id: id }, { sort: 'created_at', descending: true, limit: 20 }),
    listHistory(ctx, { entity: 'client', entityId: id, limit: 100 }),
    listClientMonths(ctx, { clientId: id, months: 12, today: format.today }),
    listClientPayments(ctx, id, paymentsTold),
    listRecordLinks(ctx, 'client', id),
    binned ? nameDeleters(ctx, 'client', [id]) : undefined,
  ]);
  const mayWrite = can(ctx, 'client.write') && client.erasedAt === null;
  const writes = mayWrite && !binned;
  const erases = client.erasedAt === null && can(ctx, 'privacy.erase');
  const name = formalName(client);
  return (
    <>
      <CardHead
        parent={{ href: walk?.back ?? '/clients', label: t('clients.title') }}
        along={<Neighbours walk={walk} />}
        crumb={name}
        title={name}
        lead={<Initials name={name} large />}
        under={[client.lastName && client.company, t('client.since', { day: format.longDay(client.createdDay) })]
          .filter(Boolean)
          .join(' · ')}
        tools={<ClientTools client={client} orders={totals.orders} writes={writes} erases={erases} remove={deleteClientAction} />}
        actions={
          writes && can(ctx, 'order.write') ? (
            <a href={`/orders/new?client=${id}`} className={buttons.primary} data-key="N">
              <IconPlus size={16} stroke={1.6} aria-hidden="true" />
              {t('orders.new')} <kbd>N</kbd>
            </a>
          ) : null
        }
      />
      <Problem code={problem} />
      {former === null ? null : <FormerStrip id={former} />}
      {writes ? <SimilarStrip id={id} similar={similar} /> : null}
      {client.erasedAt === null ? null : <ErasedStrip erasedAt={client.erasedAt} format={format} />}
      {client.deletedAt === null ? null : (
        <BinnedStrip
          id={id}
          deletedAt={client.deletedAt}
          by={deleters?.get(id)}
          format={format}
          restore={mayWrite ? restoreClientAction : undefined}
        />
      )}
      <div className={writes ? `${styles.columns} ${styles.barred}` : styles.columns}>
        <div>
          <ClientFigures id={id} totals={totals} format={format} />
          {totals.orders > 0 ? <ClientMonths id={id} months={months} format={format} /> : null}
          <div className={styles.heading}>
            <h2>{t('orders.title')}</h2>
            <a href={`/orders?client=${id}`}>{t('client.openList', { n: totals.orders })}</a>
          </div>
          {orders.rows.length > 0 ? (
            <ClientOrders rows={orders.rows} format={format} />
          ) : (
            <p className={`quiet ${styles.section}`} style={{ paddingTop: 0 }}>
              {t('client.noOrders')}
            </p>
          )}
          <section className={`${styles.section} ${styles.parts}`}>
            <h2>
              {t('clientCard.payments')}
              {payments.length === paymentsTold ? (
                <span className="muted"> {t('clientCard.paymentsShown', { n: paymentsTold })}</span>
              ) : null}
            </h2>
            <ClientPayments payments={payments} format={format} />
          </section>
        </div>
        <aside className={styles.side} aria-label={t('client.contacts')}>
          <ClientDetails client={client} format={format} />
          <LinkedLine links={linked} opens={can(ctx, 'connection.manage')} />
          <RecordHistory
            entries={history.entries}
            marks={{ ...history, mayUndo: (operation) => mayUndo(ctx, operation) }}
            format={format}
            past={(at) => pastHref('client', id, { at })}
          />
        </aside>
      </div>
    </>
  );
}
