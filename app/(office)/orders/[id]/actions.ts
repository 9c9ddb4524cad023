'use server';

import { getTranslations } from 'next-intl/server';
import { statusOf } from '@/components/orders/order-status';
import { addComment } from '@/lib/domain/comments/add-comment';
import { deleteComment } from '@/lib/domain/comments/delete-comment';
import { commentForm } from '@/lib/domain/comments/schema';
import { deleteFile } from '@/lib/domain/files/delete-file';
import { deleteOrder } from '@/lib/domain/orders/delete-order';
import { editOrder } from '@/lib/domain/orders/edit-order';
import { restoreOrder } from '@/lib/domain/orders/restore-order';
import { orderStatuses } from '@/lib/domain/orders/schema';
import { addPayment } from '@/lib/domain/payments/add-payment';
import { deletePayment } from '@/lib/domain/payments/delete-payment';
import { paymentForm } from '@/lib/domain/payments/schema';
import { numberIn, press, submit } from '@/lib/entry/action';
import type { FormState } from '@/lib/entry/form-state';
import { submitOnce } from '@/lib/entry/idempotency';
import { leaveUndo } from '@/lib/entry/toast';

function idIn(data: FormData, name = 'id'): number {
  return numberIn(data, name) ?? 0;
}

export async function moveOrderAction(data: FormData): Promise<never> {
  const id = idIn(data);
  const status = orderStatuses.find((name) => name === data.get('status'));
  return press(`/orders/${id}`, async (ctx) => {
    const { order } = await editOrder(ctx, { id, input: { status }, expectedVersion: numberIn(data, 'version') });
    const [t, word] = await Promise.all([getTranslations('toast'), getTranslations('status')]);
    await leaveUndo(ctx, 'order', id, t('orderMoved', { id: String(id), status: word(statusOf(order.status)) }));
    return `/orders/${id}`;
  });
}

export async function deleteOrderAction(data: FormData): Promise<never> {
  const id = idIn(data);
  return press(`/orders/${id}`, async (ctx) => {
    await deleteOrder(ctx, { id, expectedVersion: numberIn(data, 'version') });
    await leaveUndo(ctx, 'order', id, (await getTranslations('toast'))('orderDeleted', { id: String(id) }));
    return `/orders/${id}`;
  });
}

export async function restoreOrderAction(data: FormData): Promise<never> {
  const id = idIn(data);
  return press(`/orders/${id}`, async (ctx) => {
    await restoreOrder(ctx, id);
    await leaveUndo(ctx, 'order', id, (await getTranslations('toast'))('orderRestored', { id: String(id) }));
    return `/orders/${id}`;
  });
}

export async function addPaymentAction(previous: FormState, data: FormData): Promise<FormState> {
  const orderId = idIn(data, 'order');
  return submit({
    previous,
    data,
    schema: paymentForm,
    run: async (ctx, input) => {
      await addPayment(ctx, { orderId, input, expectedVersion: numberIn(data, 'version') });
      await leaveUndo(ctx, 'order', orderId, (await getTranslations('toast'))('paymentAdded'));
      return `/orders/${orderId}`;
    },
  });
}

export async function deletePaymentAction(data: FormData): Promise<never> {
  const orderId = idIn(data, 'order');
  return press(`/orders/${orderId}`, async (ctx) => {
    await deletePayment(ctx, { orderId, paymentId: idIn(data, 'payment'), expectedVersion: numberIn(data, 'version') });
    await leaveUndo(ctx, 'order', orderId, (await getTranslations('toast'))('paymentDeleted'));
    return `/orders/${orderId}`;
  });
}

export async function addCommentAction(previous: FormState, data: FormData): Promise<FormState> {
  const orderId = idIn(data, 'order');
  return submit({
    previous,
    data,
    schema: commentForm,
    run: async (ctx, { text }, values) => {
      await submitOnce(ctx, {
        path: `/orders/${orderId}/comments`,
        key: values.form_key,
        content: text,
        run: (once) => addComment(once, { orderId, text }),
        idOf: ({ order }) => order.id,
      });
      return `/orders/${orderId}`;
    },
  });
}

export async function deleteCommentAction(data: FormData): Promise<never> {
  const orderId = idIn(data, 'order');
  return press(`/orders/${orderId}`, async (ctx) => {
    await deleteComment(ctx, { orderId, commentId: idIn(data, 'comment') });
    return `/orders/${orderId}`;
  });
}

export async function deleteFileAction(data: FormData): Promise<never> {
  const orderId = idIn(data, 'order');
  return press(`/orders/${orderId}`, async (ctx) => {
    await deleteFile(ctx, { orderId, fileId: idIn(data, 'file') });
    return `/orders/${orderId}`;
  });
}
