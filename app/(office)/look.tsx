'use server';

import type { ReactNode } from 'react';
import { ClientLook } from '@/components/clients/client-look';
import { OrderLook } from '@/components/orders/order-look';
import { getClientCard } from '@/lib/domain/clients/get-client';
import { listHistory } from '@/lib/domain/history/list-history';
import { getOrder } from '@/lib/domain/orders/get-order';
import { listOrders } from '@/lib/domain/orders/list-orders';
import { can } from '@/lib/domain/permissions';
import { listAuthors } from '@/lib/domain/users/list-users';
import { actionCtx } from '@/lib/entry/action';
import { pageFormat } from '@/lib/entry/page';

/** Changes, or orders, that a short card shows. */
const shown = 3;

/** The short card of an order, beside the list. */
export async function lookAtOrderAction(id: number): Promise<ReactNode> {
  const [ctx, format] = await Promise.all([actionCtx(), pageFormat()]);
  const [full, { entries }, authors] = await Promise.all([
    getOrder(ctx, id),
    listHistory(ctx, { entity: 'order', entityId: id, limit: shown }),
    listAuthors(ctx),
  ]);
  const author = authors.find((user) => user.id === full.order.createdBy)?.name;
  return <OrderLook full={full} author={author} entries={entries} format={format} mayWrite={can(ctx, 'order.write')} />;
}

/** The short card of a client, beside the list. */
export async function lookAtClientAction(id: number): Promise<ReactNode> {
  const [ctx, format] = await Promise.all([actionCtx(), pageFormat()]);
  const [card, orders] = await Promise.all([
    getClientCard(ctx, id),
    listOrders(ctx, { client_id: id }, { sort: 'created_at', descending: true, limit: shown }),
  ]);
  return <ClientLook card={card} orders={orders} format={format} />;
}
