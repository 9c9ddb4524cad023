import { parseDecimal, plainDecimal } from '@/lib/domain/money';
import { lineTotal } from '@/lib/domain/orders/order-total';

export const lineFields = ['product', 'sku', 'quantity', 'unit', 'price', 'discount', 'vat_rate'] as const;
export type LineField = (typeof lineFields)[number];

export interface TypedLine extends Record<LineField, string> {
  key: number;
}

/** Blank lines at the end of a form: enough to go on without JavaScript. */
const spare = 3;
let nextKey = 0;

export function blankLine(): TypedLine {
  nextKey += 1;
  return { key: nextKey, product: '', sku: '', quantity: '', unit: '', price: '', discount: '', vat_rate: '' };
}

/** The lines of `items.N.field` values, and blank ones after them. */
export function typedLines(values: Record<string, string>): TypedLine[] {
  const lines: TypedLine[] = [];
  while (lineFields.some((field) => `items.${lines.length}.${field}` in values)) {
    const line = blankLine();
    for (const field of lineFields) line[field] = values[`items.${lines.length}.${field}`] ?? '';
    lines.push(line);
  }
  return [...lines, ...Array.from({ length: spare }, blankLine)];
}

/** Kopecks of a line as typed; undefined while it is not a number yet. No quantity is one piece. */
export function typedTotal({ quantity, price, discount }: TypedLine): number | undefined {
  const quantityMilli = parseDecimal(plainDecimal(quantity || '1'), 3);
  const priceMinor = parseDecimal(plainDecimal(price), 2);
  const discountMinor = parseDecimal(plainDecimal(discount || '0'), 2);
  if (quantityMilli === undefined || priceMinor === undefined || discountMinor === undefined) return undefined;
  return lineTotal({ quantityMilli, priceMinor, discountMinor });
}
