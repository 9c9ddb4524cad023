import type { TakenItem } from '@/lib/domain/exchange/taken';
import { parseVat } from '@/lib/domain/imports/vat-text';
import { formatMilli, formatMinor, maxQuantityMilli, maxTotalMinor, parseDecimal } from '@/lib/domain/money';
import { lineGross } from '@/lib/domain/orders/order-total';
import { maxItems, orderItem } from '@/lib/domain/orders/schema';
import type { CmlDocument, CmlItem } from '../commerceml/document';
import { ApplyRefusal } from './notes';

/** One line of text, without what no field holds, cut to its length. */
export function lineText(text: string, max: number): string {
  const plain = text.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
  return Array.from(plain).length > max ? Array.from(plain).slice(0, max).join('').trim() : plain;
}

/** Kopecks a unit, up to the next kopeck where there are more digits; undefined for what is no price. */
function priceUp(text: string): number | undefined {
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, whole = '', part = ''] = match;
  const kopecks = Number(`${whole}${part.slice(0, 2).padEnd(2, '0')}`);
  return part.slice(2).replace(/0/g, '') === '' ? kopecks : kopecks + 1;
}

/** The sum of a line in kopecks, with what its discounts take off where the sum is still without them. */
function sumOf({ sum, discount, discountIncluded }: CmlItem): number | undefined {
  const total = parseDecimal(sum, 2);
  const off = discountIncluded || discount === '' ? 0 : parseDecimal(discount, 2);
  return total === undefined || off === undefined ? undefined : total - off;
}

interface Amounts {
  quantity: number;
  price: number;
  discount: number;
}

/**
 * Quantity, price and discount that come to the very sum of a line. A sum below quantity by price is a discount; one above it – VAT on
 * top – is a higher price where that is whole kopecks. Undefined when no whole kopecks give the sum.
 */
function amountsOf(item: CmlItem): Amounts | undefined {
  const quantity = parseDecimal(item.quantity || '1', 3);
  if (quantity === undefined || quantity <= 0 || quantity > maxQuantityMilli) return undefined;
  const told = item.price === '' ? undefined : priceUp(item.price);
  const off = item.discount === '' ? 0 : parseDecimal(item.discount, 2);
  if (item.sum === '') {
    if (told === undefined || off === undefined || parseDecimal(item.price, 2) === undefined) return undefined;
    return { quantity, price: told, discount: off };
  }
  const sum = sumOf(item);
  if (sum === undefined || sum < 0 || sum > maxTotalMinor) return undefined;
  if (told !== undefined && lineGross({ quantityMilli: quantity, priceMinor: told }) >= sum) {
    return { quantity, price: told, discount: lineGross({ quantityMilli: quantity, priceMinor: told }) - sum };
  }
  const [scaled, divisor] = [BigInt(sum) * 1000n, BigInt(quantity)];
  return scaled % divisor === 0n ? { quantity, price: Number(scaled / divisor), discount: 0 } : undefined;
}

/** Nothing of nothing: a line that says neither how many nor how much. */
function isBlank(item: CmlItem): boolean {
  return item.quantity === '0' && (item.sum === '' || item.sum === '0');
}

function lineFrom(item: CmlItem, line: number): TakenItem {
  const product = lineText(item.name || item.sku || item.id, 255);
  const amounts = amountsOf(item);
  if (!amounts) throw new ApplyRefusal('line_inexact', { line, name: product });
  const vat = item.vat === '' ? undefined : parseVat(item.vat.replace(/\/1\d\d$/, ''));
  const parsed = orderItem.safeParse({
    product,
    sku: lineText(item.sku, 60),
    unit: lineText(item.unit, 20),
    quantity: formatMilli(amounts.quantity),
    price: formatMinor(amounts.price),
    discount: formatMinor(amounts.discount),
    vat_rate: vat ?? null,
  });
  if (!parsed.success) throw new ApplyRefusal('line_unreadable', { line, name: product });
  const { sku, unit, vat_rate, ...rest } = parsed.data;
  const known = { ...(sku ? { sku } : {}), ...(unit ? { unit } : {}), ...(vat === undefined ? {} : { vat_rate }) };
  return { ...rest, ...known, remoteId: item.id };
}

const totalOf = ({ quantity, price, discount = 0 }: TakenItem) => lineGross({ quantityMilli: quantity, priceMinor: price }) - discount;

/** A discount of the whole document, taken off its lines by what they cost; the kopecks that are left, off the dearest ones. */
function spread(items: readonly TakenItem[], off: number): TakenItem[] {
  const totals = items.map(totalOf);
  const whole = totals.reduce((sum, total) => sum + BigInt(total), 0n);
  const parts = totals.map((total) => Number((BigInt(off) * BigInt(total)) / whole));
  let left = off - parts.reduce((sum, part) => sum + part, 0);
  for (const index of totals.map((_, n) => n).sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0))) {
    const room = (totals[index] ?? 0) - (parts[index] ?? 0);
    const more = Math.min(left, room);
    parts[index] = (parts[index] ?? 0) + more;
    left -= more;
  }
  return items.map((item, n) => ({ ...item, discount: (item.discount ?? 0) + (parts[n] ?? 0) }));
}

/**
 * The lines of a document, exact to the kopeck: together they come to its sum. Throws {@link ApplyRefusal} for what cannot be held
 * exactly; undefined where the document says nothing about lines.
 */
export function linesFrom({ items, sum }: CmlDocument): TakenItem[] | undefined {
  if (!items) return undefined;
  const lines = items.flatMap((item, n) => (isBlank(item) ? [] : lineFrom(item, n + 1)));
  if (lines.length === 0) return undefined;
  if (lines.length > maxItems) throw new ApplyRefusal('too_many_lines', { max: maxItems });
  if (sum === '') return lines;
  const whole = parseDecimal(sum, 2);
  const total = lines.reduce((all, line) => all + totalOf(line), 0);
  if (whole === total) return lines;
  if (whole === undefined || whole < 0 || whole > total) {
    throw new ApplyRefusal('sums_differ', { sum, lines: formatMinor(total) });
  }
  return spread(lines, total - whole);
}
