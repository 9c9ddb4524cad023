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

export function blankLine(values: Partial<Record<LineField, string>> = {}): TypedLine {
  nextKey += 1;
  return { product: '', sku: '', quantity: '', unit: '', price: '', discount: '', vat_rate: '', ...values, key: nextKey };
}

/** Nothing that the server would keep, as `lib/entry/nested-input.ts` sees it. */
export function isBlankLine({ product, sku, price, discount }: TypedLine): boolean {
  return [product, sku, price, discount].every((text) => text.trim() === '');
}

/** The lines of `items.N.field` values. */
export function filledLines(values: Record<string, string>): TypedLine[] {
  const lines: TypedLine[] = [];
  while (lineFields.some((field) => `items.${lines.length}.${field}` in values)) {
    const line = blankLine();
    for (const field of lineFields) line[field] = values[`items.${lines.length}.${field}`] ?? '';
    lines.push(line);
  }
  return lines;
}

/** The same, and blank ones after them. */
export function typedLines(values: Record<string, string>): TypedLine[] {
  return [...filledLines(values), ...Array.from({ length: spare }, () => blankLine())];
}

/** The lines with exactly one blank one at the end, which is where the next one is typed. */
export function withOneSpare(lines: readonly TypedLine[]): TypedLine[] {
  const filled = lines.findLastIndex((line) => !isBlankLine(line)) + 1;
  const [next = blankLine()] = lines.slice(filled);
  return [...lines.slice(0, filled), next];
}

/** A line once more, below itself. */
export function duplicateLine(lines: readonly TypedLine[], index: number): TypedLine[] {
  const line = lines[index];
  return line ? [...lines.slice(0, index + 1), blankLine(line), ...lines.slice(index + 1)] : [...lines];
}

export function removeLine(lines: readonly TypedLine[], index: number): TypedLine[] {
  return lines.filter((_, at) => at !== index);
}

/** A line in another place; the others close up. */
export function moveLine(lines: readonly TypedLine[], from: number, to: number): TypedLine[] {
  const line = lines[from];
  if (!line || to < 0 || to >= lines.length) return [...lines];
  const others = removeLine(lines, from);
  return [...others.slice(0, to), line, ...others.slice(to)];
}

/** Lines after the last filled one. */
export function appendLines(lines: readonly TypedLine[], added: readonly TypedLine[]): TypedLine[] {
  return [...lines.filter((line) => !isBlankLine(line)), ...added];
}

function typedMilli(quantity: string): number | undefined {
  return parseDecimal(plainDecimal(quantity || '1'), 3);
}

/** Kopecks of a line as typed; undefined while it is not a number yet. No quantity is one piece. */
export function typedTotal({ quantity, price, discount }: TypedLine): number | undefined {
  const quantityMilli = typedMilli(quantity);
  const priceMinor = parseDecimal(plainDecimal(price), 2);
  const discountMinor = parseDecimal(plainDecimal(discount || '0'), 2);
  if (quantityMilli === undefined || priceMinor === undefined || discountMinor === undefined) return undefined;
  return lineTotal({ quantityMilli, priceMinor, discountMinor });
}

/** What stands under the total: lines, thousandths of pieces and kopecks. */
export function typedSums(lines: readonly TypedLine[]): { lines: number; quantityMilli: number; totalMinor: number } {
  const filled = lines.filter((line) => !isBlankLine(line));
  return {
    lines: filled.length,
    quantityMilli: filled.reduce((sum, line) => sum + (typedMilli(line.quantity) ?? 0), 0),
    totalMinor: filled.reduce((sum, line) => sum + (typedTotal(line) ?? 0), 0),
  };
}

/** One piece more or less, as it is typed; never below one. */
export function stepQuantity(quantity: string, step: 1 | -1): string {
  const milli = (typedMilli(quantity) ?? 0) + step * 1000;
  return milli < 1000 ? '1' : String(milli / 1000).replace('.', ',');
}
