import { DomainError, isDomainError } from '@/lib/domain/errors';
import type { ItemInput } from '@/lib/domain/orders/schema';

interface SentItem {
  product: string;
  /** Whole pieces. */
  quantity: number;
  price: number;
}

interface SentOrder extends Partial<SentItem> {
  items?: SentItem[];
}

function item({ product, quantity, price }: SentItem): ItemInput {
  return { product, quantity: quantity * 1000, price };
}

/** The items of a sent order; its flat fields are one item, a quantity left out is 1. */
export function itemsOf({ items, product = '', quantity = 1, price = 0 }: SentOrder): ItemInput[] {
  return items ? items.map(item) : [item({ product, quantity, price })];
}

/** Names bad fields as the caller sent them: of flat fields there is no `items.0`. */
export async function namedAsSent<T>(sent: SentOrder, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (sent.items || !isDomainError(error) || !error.details.fields || error.code !== 'validation') throw error;
    const renamed = Object.entries(error.details.fields).map(([name, issues]) => [
      name.replace(/^items\.0\./, '').replace(/^items$/, 'price'),
      issues,
    ]);
    throw new DomainError(error.code, { ...error.details, fields: Object.fromEntries(renamed) });
  }
}
