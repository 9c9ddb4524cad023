import { getTranslations } from 'next-intl/server';
import { statusOf } from '@/components/orders/order-status';
import { formalName } from '@/lib/domain/clients/client-name';
import type { Ctx } from '@/lib/domain/context';
import { getOrder } from '@/lib/domain/orders/get-order';
import type { StaleRecord } from '@/lib/entry/form-state';
import { pageFormat } from '@/lib/entry/page';

/** An order as it stands now, for whoever was overtaken while editing it. */
export async function currentOrder(ctx: Ctx, id: number): Promise<StaleRecord> {
  const [{ order, client, lines }, format, t] = await Promise.all([getOrder(ctx, id), pageFormat(), getTranslations()]);
  const items = lines.map((line) => `${line.product}: ${format.quantity(line.quantityMilli)} × ${format.money(line.priceMinor)}`);
  return {
    version: order.version,
    facts: [
      { label: t('orderForm.client'), value: formalName(client) },
      { label: t('order.status'), value: t(`status.${statusOf(order.status)}`) },
      { label: t('order.lines'), value: items.join('\n') },
      { label: t('order.total'), value: format.money(order.totalMinor) },
      { label: t('order.description'), value: order.description },
    ],
  };
}
