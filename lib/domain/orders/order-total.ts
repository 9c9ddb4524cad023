/** The rule that an order total is exact. Everything that shows or stores a total gets it from here. */

export interface LineAmounts {
  /** Thousandths of a unit. */
  quantityMilli: number;
  /** Kopecks a unit. */
  priceMinor: number;
  /** Kopecks off the whole line. */
  discountMinor: number;
}

/** quantity × price in kopecks, half a kopeck up, before the discount. BigInt, since the product passes 2^53. */
export function lineGross({ quantityMilli, priceMinor }: Pick<LineAmounts, 'quantityMilli' | 'priceMinor'>): number {
  return Number((BigInt(quantityMilli) * BigInt(priceMinor) + 500n) / 1000n);
}

/** Kopecks of one line; negative when the discount is larger than the line, which the order rules refuse. */
export function lineTotal(line: LineAmounts): number {
  return lineGross(line) - line.discountMinor;
}

/** Kopecks of an order: the sum of its lines. */
export function orderTotal(lines: readonly LineAmounts[]): number {
  return lines.reduce((sum, line) => sum + lineTotal(line), 0);
}

/** Kopecks off the lines of an order. */
export function discountOf(lines: readonly { discountMinor: number }[]): number {
  return lines.reduce((sum, line) => sum + line.discountMinor, 0);
}

/** Kopecks of VAT in the totals of lines, each rounded half up by itself; a line without a rate has none. */
export function includedVat(lines: readonly { totalMinor: number; vatRate: number | null }[]): number {
  return lines.reduce((sum, { totalMinor, vatRate }) => {
    const [rate, whole] = [BigInt(vatRate ?? 0), 10_000n + BigInt(vatRate ?? 0)];
    return sum + Number((2n * BigInt(totalMinor) * rate + whole) / (2n * whole));
  }, 0);
}
