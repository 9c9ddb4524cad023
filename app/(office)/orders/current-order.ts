import { getTranslations } from 'next-intl/server';
import { mergeOffer } from '@/components/merge/merge-offer';
import { statusOf } from '@/components/orders/order-status';
import { formalName } from '@/lib/domain/clients/client-name';
import { nameClients } from '@/lib/domain/clients/name-clients';
import type { Ctx } from '@/lib/domain/context';
import { getOvertaken } from '@/lib/domain/merge/get-overtaken';
import { mergeOrder } from '@/lib/domain/merge/merge-record';
import { getOrder } from '@/lib/domain/orders/get-order';
import type { OrderInput } from '@/lib/domain/orders/schema';
import type { MergeOffer, StaleRecord } from '@/lib/entry/form-state';
import { pageFormat } from '@/lib/entry/page';

interface Lost {
  id: number;
  /** The version the form was opened with. */
  version: number | undefined;
  typed: OrderInput;
}

async function offerOf(ctx: Ctx, { id, version, typed }: Lost): Promise<{ version: number; offer: MergeOffer } | undefined> {
  if (version === undefined) return undefined;
  const overtaken = await getOvertaken(ctx, { entity: 'order', id, version });
  const merge = mergeOrder(overtaken, typed);
  const named = merge.differences.flatMap(({ field, was, theirs, mine }) => (field === 'client' ? [was, theirs, mine] : []));
  const noted = merge.notes.flatMap(({ field, value }) => (field === 'client' ? [value] : []));
  const ids = [...named, ...noted].filter((client) => typeof client === 'number');
  const clientNames = await nameClients(ctx, ids);
  const format = await pageFormat();
  return {
    version: overtaken.version,
    offer: await mergeOffer(overtaken, merge, { entity: 'order', href: `/orders/${id}`, format, clientNames }),
  };
}

/** An order as it stands now, for whoever was overtaken while editing it, and both sides merged. */
export async function currentOrder(ctx: Ctx, lost: Lost): Promise<StaleRecord> {
  const [{ order, client, lines }, merged, format, t] = await Promise.all([
    getOrder(ctx, lost.id),
    offerOf(ctx, lost),
    pageFormat(),
    getTranslations(),
  ]);
  const items = lines.map((line) => `${line.product}: ${format.quantity(line.quantityMilli)} × ${format.money(line.priceMinor)}`);
  return {
    version: merged?.version ?? order.version,
    offer: merged?.offer,
    facts: [
      { label: t('orderForm.client'), value: formalName(client) },
      { label: t('order.status'), value: t(`status.${statusOf(order.status)}`) },
      { label: t('order.lines'), value: items.join('\n') },
      { label: t('order.total'), value: format.money(order.totalMinor) },
      { label: t('order.description'), value: order.description },
    ],
  };
}
