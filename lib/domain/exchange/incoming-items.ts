import { type Json, recordsIn } from '../journal/fields';
import { formatMilli, formatMinor } from '../money';
import { lineGross } from '../orders/order-total';
import { lineTerms } from '../orders/snapshot';
import { hashOf } from './fingerprint';

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
 * Tells which incoming lines are lines of ours as the other side has them (`fitted`, one for each of ours): these stay as they are
 * here, with all that the other side does not carry.
 */
export function recognised(items: Json | undefined, fitted: Json | undefined): Json {
  const known = recordsIn(fitted).map(hashOf);
  return recordsIn(items).map((item) => {
    const keeps = known.indexOf(hashOf(item));
    if (keeps === -1) return item;
    known[keeps] = '';
    return { ...item, keeps };
  });
}

/**
 * Lines that came in as the form of an order has them. A line that says its total alone gets the price that comes to it, exact to
 * the kopeck. What it leaves out is kept from the line of ours with its name.
 */
export function incomingItems(items: Json | undefined, before: readonly KnownLine[]) {
  const incoming = recordsIn(items);
  const kept = new Set(incoming.map(({ keeps }) => keeps));
  const left = before.filter((_, n) => !kept.has(n));
  return incoming.map((item) => {
    const same = typeof item.keeps === 'number' ? before[item.keeps] : undefined;
    if (same) return lineTerms(same);
    const named = left.findIndex(({ product }) => product === item.product);
    const [known] = named === -1 ? [] : left.splice(named, 1);
    const quantity = Number(item.quantity ?? 1000);
    const priced = typeof item.price === 'number' ? { price: item.price, discount: Number(item.discount ?? 0) } : undefined;
    const { price, discount } = priced ?? priceOf(quantity, Number(item.total ?? 0));
    return {
      product: item.product,
      sku: item.sku ?? known?.sku ?? '',
      unit: item.unit ?? known?.unit ?? '',
      quantity: formatMilli(quantity),
      price: formatMinor(price),
      discount: formatMinor(discount),
      vat_rate: item.vat_rate === undefined ? (known?.vatRate ?? null) : item.vat_rate,
    };
  });
}
