import { IconTrash } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientStrip } from '@/components/clients/client-strip';
import { singleParams } from '@/components/data-table/list-url';
import { Neighbours } from '@/components/data-table/neighbours';
import buttons from '@/components/form/button.module.css';
import { RecordHistory } from '@/components/history/record-history';
import { AddPayment } from '@/components/orders/add-payment';
import { OrderActions } from '@/components/orders/order-actions';
import styles from '@/components/orders/order-card.module.css';
import { OrderLines } from '@/components/orders/order-lines';
import { OrderMoney } from '@/components/orders/order-money';
import { OrderStatus } from '@/components/orders/order-status';
import { walkOrders } from '@/components/orders/order-walk';
import { Payments } from '@/components/orders/payments';
import { PrintMenu } from '@/components/orders/print-menu';
import { SumInWords } from '@/components/orders/sum-in-words';
import { pastHref } from '@/components/past/past-url';
import { PageHead } from '@/components/shell/page-head';
import { BinnedStrip } from '@/components/states/binned-strip';
import { Problem } from '@/components/states/problem';
import { getClientCard } from '@/lib/domain/clients/get-client';
import { listHistory } from '@/lib/domain/history/list-history';
import { getOrderCard } from '@/lib/domain/orders/get-order';
import { can } from '@/lib/domain/permissions';
import { mayUndo } from '@/lib/domain/undo/undo-operation';
import { found, pageCtx, pageFormat, recordId } from '@/lib/entry/page';
import type { RecordPageProps } from '../../../page-props';
import { addPaymentAction, deleteOrderAction, deletePaymentAction, moveOrderAction, restoreOrderAction } from './actions';

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return { title: (await getTranslations('orders'))('number', { id: (await params).id }) };
}

export default async function OrderPage({ params, searchParams }: RecordPageProps) {
  const id = recordId((await params).id);
  const [ctx, format, t] = await Promise.all([pageCtx(), pageFormat(), getTranslations()]);
  const full = await found(getOrderCard(ctx, id));
  const walk = await walkOrders(ctx, id, (await searchParams).in);
  const { order, lines } = full;
  const [{ client, totals }, history] = await Promise.all([
    getClientCard(ctx, order.clientId),
    listHistory(ctx, { entity: 'order', entityId: id, limit: 100 }),
  ]);
  const live = order.deletedAt === null;
  const mayWrite = can(ctx, 'order.write');
  return (
    <>
      <PageHead
        parent={{ href: walk?.back ?? '/orders', label: t('orders.title') }}
        along={<Neighbours walk={walk} />}
        title={t('orders.number', { id })}
        beside={<OrderStatus status={order.status} waiting={live ? format.daysSince(order.businessDay) : 0} />}
        under={[
          format.longDateTime(order.createdAt),
          order.dueDay && t('order.due', { day: format.longDay(order.dueDay) }),
          t('common.version', { n: order.version }),
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={
          <>
            <PrintMenu id={id} locale={format.locale} />
            {live && mayWrite ? <OrderActions order={order} move={moveOrderAction} /> : null}
          </>
        }
      />
      <Problem code={singleParams(await searchParams).problem} />
      {order.deletedAt === null ? null : (
        <BinnedStrip id={id} deletedAt={order.deletedAt} format={format} restore={mayWrite ? restoreOrderAction : undefined} />
      )}
      <div className={styles.columns}>
        <div>
          <ClientStrip client={client} totals={totals} format={format} />
          <div className={styles.heading}>
            <h2>{t('order.lines')}</h2>
            <span className="muted">{t('order.lineCount', { n: order.lineCount })}</span>
          </div>
          <OrderLines lines={lines} format={format} />
          <SumInWords minor={order.totalMinor} format={format} />
          <OrderMoney order={order} format={format} />
          {order.description ? (
            <section className={styles.section}>
              <h2>{t('order.description')}</h2>
              <p className={styles.text}>{order.description}</p>
            </section>
          ) : null}
          <section className={styles.section}>
            <h2>{t('order.payments')}</h2>
            <Payments full={full} format={format} remove={live && mayWrite ? deletePaymentAction : undefined} />
            {live && mayWrite ? <AddPayment order={order} today={format.today} action={addPaymentAction} /> : null}
          </section>
          {live && mayWrite ? (
            <form action={deleteOrderAction} className={styles.bottom}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="version" value={order.version} />
              <button type="submit" className={buttons.danger}>
                <IconTrash size={16} stroke={1.6} aria-hidden="true" />
                {t('order.delete')}
              </button>
            </form>
          ) : null}
        </div>
        <aside className={styles.side} aria-label={t('history.title')}>
          <RecordHistory
            entries={history.entries}
            marks={{ ...history, mayUndo: (operation) => mayUndo(ctx, operation) }}
            format={format}
            past={(at) => pastHref('order', id, { at })}
          />
        </aside>
      </div>
    </>
  );
}
