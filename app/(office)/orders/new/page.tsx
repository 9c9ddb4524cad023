import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { singleParams } from '@/components/data-table/list-url';
import { OrderForm } from '@/components/orders/order-form';
import { clientChoice, orderFormSetup } from '@/components/orders/order-form-setup';
import { PageHead } from '@/components/shell/page-head';
import notes from '@/components/states/note.module.css';
import { getClient } from '@/lib/domain/clients/get-client';
import { freshForm } from '@/lib/entry/form-state';
import { found, pageCtxFor, pageFormat, recordId } from '@/lib/entry/page';
import type { ListPageProps } from '../../../page-props';
import { saveOrderAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('orders'))('newTitle') };
}

export default async function NewOrderPage({ searchParams }: ListPageProps) {
  const { client: id, saved } = singleParams(await searchParams);
  const [ctx, format, t] = await Promise.all([pageCtxFor('order.write'), pageFormat(), getTranslations('orders')]);
  const client = id ? await found(getClient(ctx, recordId(id))) : undefined;
  const values = { client: client ? String(client.id) : '', status: 'Pending', form_key: randomUUID() };
  const initial = { ...freshForm(values), clients: client ? [clientChoice(client)] : [] };
  const savedId = /^\d{1,15}$/.test(saved ?? '') ? saved : undefined;
  return (
    <>
      <PageHead title={t('newTitle')} parent={{ href: '/orders', label: t('title') }} />
      {savedId ? (
        <p role="status" className={`${notes.ok} ${notes.strip}`}>
          {t('saved', { id: savedId })} <a href={`/orders/${savedId}`}>{t('open')}</a>
        </p>
      ) : null}
      <OrderForm key={savedId} action={saveOrderAction} initial={initial} back="/orders" {...(await orderFormSetup(format))} />
    </>
  );
}
