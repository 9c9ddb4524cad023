import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { clientChoice } from '@/components/clients/client-choice-of';
import { singleParams } from '@/components/data-table/list-url';
import { OrderForm, type OrderFormState } from '@/components/orders/order-form';
import { orderFormSetup, repeatValues } from '@/components/orders/order-form-setup';
import { PageHead } from '@/components/shell/page-head';
import notes from '@/components/states/note.module.css';
import { getClient } from '@/lib/domain/clients/get-client';
import { findLastOrder } from '@/lib/domain/orders/find-similar-order';
import { getOrder } from '@/lib/domain/orders/get-order';
import { freshForm } from '@/lib/entry/form-state';
import { found, type PageCtx, pageCtxFor, pageFormat, recordId } from '@/lib/entry/page';
import type { Format } from '@/lib/i18n/format';
import type { ListPageProps } from '../../../page-props';
import { addClientHereAction } from '../../clients/actions';
import { formOwner } from '../../form-owner';
import { saveOrderAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('orders'))('newTitle') };
}

/** What the form begins with: nothing, a client, or an order to be repeated – `last` is the client's latest. */
async function beginning(
  ctx: PageCtx,
  format: Format,
  { client: id, repeat }: Record<string, string | undefined>,
): Promise<OrderFormState> {
  const form_key = randomUUID();
  const client = id ? await found(getClient(ctx, recordId(id))) : undefined;
  const like = repeat === 'last' ? client && (await findLastOrder(ctx, client.id)) : repeat ? recordId(repeat) : undefined;
  if (like !== undefined) {
    const full = await found(getOrder(ctx, like));
    return { ...freshForm({ ...repeatValues(full, format), form_key }), clients: [clientChoice(full.client)] };
  }
  const values = { client: client ? String(client.id) : '', status: 'Pending', form_key };
  return { ...freshForm(values), clients: client ? [clientChoice(client)] : [] };
}

export default async function NewOrderPage({ searchParams }: ListPageProps) {
  const params = singleParams(await searchParams);
  const [ctx, format, t] = await Promise.all([pageCtxFor('order.write'), pageFormat(), getTranslations('orders')]);
  const initial = await beginning(ctx, format, params);
  const { statuses, ...setup } = await orderFormSetup(format);
  const saved = /^\d{1,15}$/.test(params.saved ?? '') ? params.saved : undefined;
  return (
    <>
      <PageHead title={t('newTitle')} parent={{ href: '/orders', label: t('title') }} beside={<span id="form-note" />} />
      {saved ? (
        <p role="status" className={`${notes.ok} ${notes.strip}`}>
          {t('saved', { id: saved })} <a href={`/orders/${saved}`}>{t('open')}</a>
        </p>
      ) : null}
      <OrderForm
        key={[saved, params.client, params.repeat].join()}
        action={saveOrderAction}
        addClient={addClientHereAction}
        initial={initial}
        owner={formOwner(ctx)}
        back="/orders"
        statuses={statuses.filter(({ value }) => value !== 'Cancelled')}
        {...setup}
      />
    </>
  );
}
