import type { Json } from '../journal/fields';
import { recordsIn } from '../journal/fields';
import { formatMilli, formatMinor } from '../money';
import { lineGross } from '../orders/order-total';

/** A line as it is here. */
interface KnownLine {
  product: string;
  sku: string;
  unit: string;
  quantityMilli: number;
  priceMinor: number;
  discountMinor: number;
  vatRate: number | null;
  totalMinor: number;
}

/** The lowest price in whole kopecks that comes to at least a sum; what is too much is the discount. */
function priceOf(quantityMilli: number, totalMinor: number): { price: number; discount: number } {
  let price = Number((BigInt(totalMinor) * 1000n) / BigInt(Math.max(quantityMilli, 1)));
  while (lineGross({ quantityMilli, priceMinor: price }) < totalMinor) price += 1;
  return { price, discount: lineGross({ quantityMilli, priceMinor: price }) - totalMinor };
}

/**
 * Lines that came in as the form of an order has them. A line that says its total alone keeps price and discount of the line
 * here that comes to the same; else its price is found, exact to the kopeck. What it leaves out is kept.
 */
export function incomingItems(items: Json | undefined, before: readonly KnownLine[]) {
  const left = [...before];
  return recordsIn(items).map((item) => {
    const quantity = Number(item.quantity ?? 1000);
    const total = typeof item.total === 'number' ? item.total : undefined;
    const named = (line: KnownLine) => line.product === item.product;
    const same = left.find((line) => named(line) && line.quantityMilli === quantity && (total === undefined || line.totalMinor === total));
    const kept = same ?? left.find(named);
    if (kept) left.splice(left.indexOf(kept), 1);
    const figures =
      typeof item.price === 'number'
        ? { price: item.price, discount: Number(item.discount ?? 0) }
        : same
          ? { price: same.priceMinor, discount: same.discountMinor }
          : priceOf(quantity, total ?? 0);
    return {
      product: item.product,
      sku: item.sku ?? kept?.sku ?? '',
      unit: item.unit ?? kept?.unit ?? '',
      quantity: formatMilli(quantity),
      price: formatMinor(figures.price),
      discount: formatMinor(figures.discount),
      vat_rate: item.vat_rate === undefined ? (kept?.vatRate ?? null) : item.vat_rate,
    };
  });
}
