import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CardHead } from '@/components/cards/card-head';
import { ClientStrip } from '@/components/clients/client-strip';
import { singleParams } from '@/components/data-table/list-url';
import { Neighbours } from '@/components/data-table/neighbours';
import { LinkedLine } from '@/components/exchange/linked-line';
import { historyKind } from '@/components/history/history-tabs';
import { OrderHistory } from '@/components/history/order-history';
import { DueDay } from '@/components/orders/due-day';
import { OrderActions, OrderTools } from '@/components/orders/order-actions';
import { OrderBody } from '@/components/orders/order-body';
import styles from '@/components/orders/order-card.module.css';
import { OrderStatus } from '@/components/orders/order-status';
import { OrderStatusSwitch } from '@/components/orders/order-status-switch';
import { walkOrders } from '@/components/orders/order-walk';
import { PrintMenu } from '@/components/orders/print-menu';
import { StatusLink } from '@/components/orders/status-link';
import { pastHref } from '@/components/past/past-url';
import { BinnedStrip } from '@/components/states/binned-strip';
import { Problem } from '@/components/states/problem';
import { getClientCard } from '@/lib/domain/clients/get-client';
import { mayDeleteComment } from '@/lib/domain/comments/delete-comment';
import { listRecordLinks } from '@/lib/domain/exchange/list-record-links';
import { listHistory } from '@/lib/domain/history/list-history';
import { nameDeleters } from '@/lib/domain/history/name-deleters';
import { getOrderCard } from '@/lib/domain/orders/get-order';
import { getOrderLinks } from '@/lib/domain/orders/get-order-links';
import { can } from '@/lib/domain/permissions';
import { getStock } from '@/lib/domain/products/get-stock';
import { previousPrices } from '@/lib/domain/products/previous-prices';
import { mayUndo } from '@/lib/domain/undo/undo-operation';
import { listAuthors } from '@/lib/domain/users/list-users';
import { found, pageCtx, pageFormat, recordId } from '@/lib/entry/page';
import { env } from '@/lib/env';
import type { RecordPageProps } from '../../../page-props';
import { setStatusAction } from '../status';
import {
  addCommentAction,
  addPaymentAction,
  deleteCommentAction,
  deleteFileAction,
  deleteOrderAction,
  deletePaymentAction,
  moveOrderAction,
  restoreOrderAction,
} from './actions';

const writing = {
  addPayment: addPaymentAction,
  deletePayment: deletePaymentAction,
  addComment: addCommentAction,
  deleteComment: deleteCommentAction,
  deleteFile: deleteFileAction,
};

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return { title: (await getTranslations('orders'))('number', { id: (await params).id }) };
}

export default async function OrderPage({ params, searchParams }: RecordPageProps) {
  const id = recordId((await params).id);
  const given = await searchParams;
  const { problem, file_problem: fileProblem, attached, history: shown } = singleParams(given);
  const [ctx, format, t] = await Promise.all([pageCtx(), pageFormat(), getTranslations()]);
  const full = await found(getOrderCard(ctx, id));
  const walk = await walkOrders(ctx, id, given.in);
  const { order, lines } = full;
  const binned = order.deletedAt !== null;
  const [{ client, totals }, history, previous, stock, links, linked, users, deleters] = await Promise.all([
    getClientCard(ctx, order.clientId),
    listHistory(ctx, { entity: 'order', entityId: id, limit: 100 }),
    previousPrices(ctx, { clientId: order.clientId, products: lines.map(({ product }) => product), before: order }),
    // Of what has left nobody asks any more.
    getStock(ctx, order.status === 'Pending' && !binned ? lines.flatMap(({ productId }) => productId ?? []) : []),
    getOrderLinks(ctx, order),
    listRecordLinks(ctx, 'order', id),
    listAuthors(ctx),
    binned ? nameDeleters(ctx, 'order', [id]) : undefined,
  ]);
  const authors = new Map(users.map(({ id: user, name }) => [user, name]));
  const author = order.createdBy === null ? undefined : authors.get(order.createdBy);
  const mayWrite = can(ctx, 'order.write');
  const writes = mayWrite && !binned;
  return (
    <>
      <CardHead
        parent={{ href: walk?.back ?? '/orders', label: t('orders.title') }}
        along={<Neighbours walk={walk} />}
        crumb={t('orders.no', { id })}
        title={t('orders.number', { id })}
        total={format.money(order.totalMinor)}
        beside={
          writes ? (
            <StatusLink order={order} waiting={format.daysSince(order.businessDay)} />
          ) : (
            <OrderStatus status={order.status} waiting={binned ? 0 : format.daysSince(order.businessDay)} />
          )
        }
        under={
          <>
            {[
              format.longDateTime(order.createdAt),
              author && t('orderCard.made', { who: author }),
              t('common.version', { n: order.version }),
            ]
              .filter(Boolean)
              .join(' · ')}
            {order.dueDay === null ? null : ' · '}
            <DueDay order={order} format={format} />
            {order.shippedDay === null ? null : ` · ${t('orderCard.shipped', { day: format.longDay(order.shippedDay) })}`}
          </>
        }
        tools={
          <>
            {writes ? <OrderTools order={order} move={moveOrderAction} remove={deleteOrderAction} /> : null}
            <PrintMenu id={id} locale={format.locale} />
          </>
        }
        actions={writes ? <OrderActions order={order} move={moveOrderAction} /> : null}
      />
      {writes ? <OrderStatusSwitch set={setStatusAction} /> : null}
      <Problem code={problem} />
      {order.deletedAt === null ? null : (
        <BinnedStrip
          id={id}
          deletedAt={order.deletedAt}
          by={deleters?.get(id)}
          format={format}
          restore={mayWrite ? restoreOrderAction : undefined}
        />
      )}
      <div className={writes ? `${styles.columns} ${styles.barred}` : styles.columns}>
        <div>
          <ClientStrip client={client} totals={totals} format={format} />
          <OrderBody
            full={full}
            previous={previous}
            stock={stock}
            links={links}
            linked={linked.length > 0 ? <LinkedLine links={linked} opens={can(ctx, 'connection.manage')} /> : null}
            authors={authors}
            format={format}
            writing={writes ? { ...writing, mayRemoveComment: (comment) => mayDeleteComment(ctx, comment) } : undefined}
            file={{ limit: env().FILE_LIMIT_MB, problem: fileProblem, attached: attached !== undefined }}
          />
        </div>
        <aside className={styles.side} aria-label={t('history.title')}>
          <OrderHistory
            id={id}
            history={history}
            mayUndo={(operation) => mayUndo(ctx, operation)}
            kind={historyKind(shown)}
            format={format}
            past={(at) => pastHref('order', id, { at })}
          />
        </aside>
      </div>
    </>
  );
}
