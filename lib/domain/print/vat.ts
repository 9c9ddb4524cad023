/** VAT that stands inside a price. Everything that prints a tax gets it from here. */

interface Taxed {
  /** Kopecks, tax included. */
  totalMinor: number;
  /** Basis points; null is «без НДС». */
  vatRate: number | null;
}

export interface VatSum {
  /** Basis points; null is «без НДС». */
  rate: number | null;
  /** Kopecks of the lines with this rate, tax included. */
  totalMinor: number;
  /** Kopecks of tax in them. */
  vatMinor: number;
}

/** Kopecks of tax inside a sum, half a kopeck up; the rate in basis points. BigInt, since the product passes 2^53. */
export function vatIncluded(totalMinor: number, rate: number): number {
  const whole = BigInt(10_000 + rate);
  return Number((BigInt(totalMinor) * BigInt(rate) * 2n + whole) / (whole * 2n));
}

/** The tax of lines rate by rate, highest first and «без НДС» last. Each line is rounded, as tax documents do it. */
export function vatByRate(lines: readonly Taxed[]): VatSum[] {
  const sums = new Map<number | null, VatSum>();
  for (const { vatRate: rate, totalMinor } of lines) {
    const sum = sums.get(rate) ?? { rate, totalMinor: 0, vatMinor: 0 };
    sum.totalMinor += totalMinor;
    sum.vatMinor += rate === null ? 0 : vatIncluded(totalMinor, rate);
    sums.set(rate, sum);
  }
  return [...sums.values()].sort((a, b) => (b.rate ?? -1) - (a.rate ?? -1));
}
