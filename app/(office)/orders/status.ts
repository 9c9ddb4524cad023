'use server';

import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { statusOf } from '@/components/orders/order-status';
import type { StatusAnswer, StatusWish } from '@/components/orders/status-answer';
import { lastChange, ownLastOperation } from '@/lib/domain/history/last-operation';
import { editOrder } from '@/lib/domain/orders/edit-order';
import { getOrder } from '@/lib/domain/orders/get-order';
import { orderStatuses } from '@/lib/domain/orders/schema';
import { actionCtx, refusalOf } from '@/lib/entry/action';
import { type PageCtx, pageFormat } from '@/lib/entry/page';

const wished = z.object({ id: z.int().positive(), from: z.string().max(20), to: z.enum(orderStatuses), version: z.int().positive() });

/** Who set the status meanwhile, and to what. */
async function conflictOf(ctx: PageCtx, wish: StatusWish, now: string, version: number): Promise<StatusAnswer> {
  const [last, format, t, word] = await Promise.all([
    lastChange(ctx, 'order', wish.id),
    pageFormat(),
    getTranslations('statusConflict'),
    getTranslations('status'),
  ]);
  return {
    type: 'conflict',
    wish: { ...wish, from: now, version },
    title: t('title', { who: last?.actorName ?? '' }),
    when: last ? t('when', { time: format.time(last.at) }) : '',
    was: word(statusOf(wish.from)),
    theirs: word(statusOf(now)),
    mine: word(wish.to),
  };
}

/** Sets an order's status from a list. Changes of other fields meanwhile are no conflict; one of the status is asked about. */
export async function setStatusAction(given: StatusWish): Promise<StatusAnswer> {
  try {
    const wish = wished.parse(given);
    const ctx = await actionCtx();
    const { order } = await getOrder(ctx, wish.id);
    if (order.version !== wish.version && order.status !== wish.from && order.status !== wish.to)
      return await conflictOf(ctx, wish, order.status, order.version);
    await editOrder(ctx, { id: wish.id, input: { status: wish.to }, expectedVersion: order.version });
    const [t, word] = await Promise.all([getTranslations('toast'), getTranslations('status')]);
    const text = t('orderMoved', { id: String(wish.id), status: word(wish.to) });
    return { type: 'done', toast: { text, operation: await ownLastOperation(ctx, 'order', wish.id) } };
  } catch (error) {
    return { type: 'refused', message: (await refusalOf(error)).message };
  }
}
