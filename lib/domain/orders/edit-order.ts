import type { FullOrder } from '@/db/queries/orders';
import { type Ctx, unit } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';
import { refuseStale } from '../stale';
import { loadOrder } from './load-order';
import type { ItemInput, OrderInput } from './schema';
import { saveOrder } from './write-order';

export interface EditOrder {
  id: number;
  input: OrderInput;
  /** Product, quantity or price of an order with one line, as old programs send them. */
  flat?: Partial<Pick<ItemInput, 'product' | 'quantity' | 'price'>>;
  expectedVersion?: number;
}

/** The one line of an order with flat fields laid over it; several lines need `items`. */
function flatItems({ lines }: FullOrder, flat: NonNullable<EditOrder['flat']>): ItemInput[] {
  const [line, ...more] = lines;
  if (!line || more.length > 0) throw new DomainError('items_required', { fields: { items: [{ rule: 'items_required' }] } });
  const { product, quantityMilli, priceMinor, sku, unit: unitName, discountMinor, vatRate } = line;
  return [
    { product, quantity: quantityMilli, price: priceMinor, sku, unit: unitName, discount: discountMinor, vat_rate: vatRate, ...flat },
  ];
}

/** Changes an order; fields left out stay. Throws `not_found`, `stale_version`, `items_required`, `validation`. */
export async function editOrder(ctx: Ctx, { id, input, flat, expectedVersion }: EditOrder): Promise<FullOrder> {
  may(ctx, 'order.write');
  return unit(ctx, async (tx) => {
    const before = await loadOrder(tx, id);
    refuseStale(before.order, expectedVersion);
    const items = input.items ?? (flat && flatItems(before, flat));
    return saveOrder(tx, ctx, before, { ...input, items }, 'order.edit');
  });
}
