import type { OrderLineRow, OrderRow } from '@/db/queries/orders';
import { searchText } from '@/lib/search/normalise';
import { formatMinor } from '../money';

/** What an order is found by, besides its client: numbers, goods, description, status, total. */
export function orderText(
  order: Pick<OrderRow, 'id' | 'externalNo' | 'description' | 'status' | 'totalMinor'>,
  lines: readonly Pick<OrderLineRow, 'product' | 'sku'>[],
): string {
  const goods = lines.flatMap((line) => [line.product, line.sku]);
  return searchText([String(order.id), order.externalNo ?? '', ...goods, order.description, order.status, formatMinor(order.totalMinor)]);
}
