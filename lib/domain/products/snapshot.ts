import type { ProductRow } from '@/db/queries/products';
import type { Snapshot } from '../journal/fields';
import { formatMinor } from '../money';

/** A product as the journal keeps it. */
export function productSnapshot({ name, sku, unit, priceMinor, vatRate }: ProductRow): Snapshot {
  return { name, sku, unit, price: priceMinor === null ? null : formatMinor(priceMinor), vat_rate: vatRate };
}
