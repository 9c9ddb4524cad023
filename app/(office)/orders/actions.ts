'use server';

import { getTranslations } from 'next-intl/server';
import { clientChoice } from '@/components/clients/client-choice-of';
import type { OrderFormState } from '@/components/orders/order-form';
import { getClient } from '@/lib/domain/clients/get-client';
import { suggestClients } from '@/lib/domain/clients/list-clients';
import type { Ctx } from '@/lib/domain/context';
import { getOvertaken } from '@/lib/domain/merge/get-overtaken';
import { mergeOrder } from '@/lib/domain/merge/merge-record';
import { createOrder } from '@/lib/domain/orders/create-order';
import { editOrder } from '@/lib/domain/orders/edit-order';
import { type OrderInput, orderForm } from '@/lib/domain/orders/schema';
import { actionCtx, numberIn, submit, takenIn, typedValues } from '@/lib/entry/action';
import { submitOnce } from '@/lib/entry/idempotency';
import { leaveUndo } from '@/lib/entry/toast';
import { currentOrder } from './current-order';

/** Clients by what was typed, with the one already chosen: the picker's way without JavaScript. */
async function choicesFor(values: Record<string, string>) {
  const ctx = await actionCtx();
  const chosen = numberIn(values, 'client');
  const kept = chosen ? [await getClient(ctx, chosen).catch(() => undefined)] : [];
  const found = values.client_search ? await suggestClients(ctx, values.client_search, 20) : [];
  const all = [...kept, ...found.filter(({ id }) => id !== chosen)];
  return all.flatMap((client) => (client ? [clientChoice(client)] : []));
}

/** A line without a quantity is one piece. */
function withQuantities(data: FormData): FormData {
  for (const [name, value] of [...data]) if (/^items\.\d+\.quantity$/.test(name) && value === '') data.set(name, '1');
  return data;
}

/** Changes an order by what was typed – merged, as was chosen, with what somebody saved meanwhile – or by what was typed alone. */
async function saveOrder(ctx: Ctx, id: number, input: OrderInput, values: Record<string, string>): Promise<void> {
  const [version, seen] = [numberIn(values, 'version'), numberIn(values, 'merge')];
  if (version === undefined || seen === undefined) {
    await editOrder(ctx, { id, input, expectedVersion: numberIn(values, 'over') ?? version });
    return;
  }
  const merge = mergeOrder(await getOvertaken(ctx, { entity: 'order', id, version }), input);
  await editOrder(ctx, { id, input: merge.resolve(takenIn(values)), expectedVersion: seen });
}

/** Adds or changes an order, whichever the form is about; or looks for a client. */
export async function saveOrderAction(previous: OrderFormState, data: FormData): Promise<OrderFormState> {
  const values = typedValues(data);
  if (values.intent === 'find_client')
    return {
      ...previous,
      values,
      errors: {},
      message: null,
      code: null,
      stale: null,
      attempt: previous.attempt + 1,
      clients: await choicesFor(values),
    };
  const id = numberIn(values, 'id');
  let typed: OrderInput = {};
  const state = await submit({
    previous,
    data: withQuantities(data),
    schema: orderForm,
    run: async (ctx, input) => {
      typed = input;
      if (id !== undefined) {
        await saveOrder(ctx, id, input, values);
        await leaveUndo(ctx, 'order', id, (await getTranslations('toast'))('orderSaved', { id: String(id) }));
        return `/orders/${id}`;
      }
      const made = await submitOnce(ctx, {
        path: '/orders/new',
        key: values.form_key,
        content: input,
        run: (once) => createOrder(once, input),
        idOf: ({ order }) => order.id,
      });
      await leaveUndo(ctx, 'order', made, (await getTranslations('toast'))('orderAdded', { id: String(made) }));
      return values.intent === 'save_new' ? `/orders/new?saved=${made}` : `/orders/${made}`;
    },
    current: (ctx) => currentOrder(ctx, { id: id ?? 0, version: numberIn(values, 'version'), typed }),
  });
  const clients = await choicesFor(values).catch(() => previous.clients);
  return { ...state, clients };
}
