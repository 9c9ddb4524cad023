import { z } from 'zod';
import type { ProductRow } from '@/db/queries/products';
import { idField } from '@/lib/domain/fields';
import { formatMinor } from '@/lib/domain/money';

/** A product as programs see it. */
export const productOutput = z.object({
  id: idField,
  name: z.string(),
  sku: z.string(),
  unit: z.string(),
  price: z.string().nullable().meta({ description: 'Decimal with two places; null while nobody has set one' }),
  vat_rate: z.int().nullable().meta({ description: 'Basis points; null is without VAT' }),
});

export function showProduct({ id, name, sku, unit, priceMinor, vatRate }: ProductRow): z.output<typeof productOutput> {
  return { id, name, sku, unit, price: priceMinor === null ? null : formatMinor(priceMinor), vat_rate: vatRate };
}
