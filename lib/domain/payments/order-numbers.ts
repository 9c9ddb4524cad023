/** A word for an order or a bill, or a sign for a number, and the number behind it. */
const numbered =
  /(?:(?:заказ|сч[её]т)\p{L}*|(?<!\p{L})сч\.?|(?<!\p{L})(?:order|invoice|inv)(?!\p{L})|[№#])(?:\s*(?:на\s+оплату|покупателя|клиента))*\s*(?:[№#]|(?<!\p{L})n[oº°]?\.?(?!\p{L}))?\s*(\p{L}{0,4}[-/]?\d[\p{L}\d/-]*)/giu;

/**
 * The numbers that what a payment is for names («оплата по счёту № А-12 от 01.11.2026, заказ 15» → `А-12`, `15`), without
 * repetitions, in their order. Only what stands behind such a word or sign: dates, sums and rates of tax are no numbers of orders.
 */
export function orderNumbersIn(purpose: string): string[] {
  const found = [...purpose.matchAll(numbered)].map(([, number = '']) => number.replace(/[-/]+$/, ''));
  return [...new Set(found)];
}
