import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { clientChoice } from '@/components/clients/client-choice-of';
import { OrderForm } from '@/components/orders/order-form';
import { orderFormSetup, orderValues } from '@/components/orders/order-form-setup';
import { PageHead } from '@/components/shell/page-head';
import { getOrder } from '@/lib/domain/orders/get-order';
import { freshForm } from '@/lib/entry/form-state';
import { found, pageCtxFor, pageFormat, recordId } from '@/lib/entry/page';
import type { RecordPageProps } from '../../../../page-props';
import { addClientHereAction } from '../../../clients/actions';
import { formOwner } from '../../../form-owner';
import { saveOrderAction } from '../../actions';

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return { title: (await getTranslations('orders'))('editTitle', { id: (await params).id }) };
}

export default async function EditOrderPage({ params }: RecordPageProps) {
  const id = recordId((await params).id);
  const [ctx, format, t] = await Promise.all([pageCtxFor('order.write'), pageFormat(), getTranslations('orders')]);
  const full = await found(getOrder(ctx, id));
  const initial = { ...freshForm(orderValues(full, format)), clients: [clientChoice(full.client)] };
  return (
    <>
      <PageHead
        title={t('editTitle', { id })}
        parent={{ href: `/orders/${id}`, label: t('number', { id }) }}
        beside={<span id="form-note" />}
      />
      <OrderForm
        action={saveOrderAction}
        addClient={addClientHereAction}
        initial={initial}
        owner={formOwner(ctx)}
        back={`/orders/${id}`}
        {...(await orderFormSetup(format))}
      />
    </>
  );
}
