import type { Format } from './format';

type Words = Pick<Format, 'number' | 'dayAndMonth' | 'symbol'>;

/** Kopecks as whole rubles, half a ruble up: for bars and rankings alone. */
export function wholeMoney(minor: number, { number, symbol }: Words): string {
  return `${number(Math.round(minor / 100))}\u00a0${symbol}`;
}

/** Tenths of a percent as `9,2 %`. */
export function percent(tenths: number, { number }: Words): string {
  return `${number(tenths / 10)}\u00a0%`;
}

/** `2 ноя`: a day under an axis. */
export function axisDay(day: string, { dayAndMonth }: Words): string {
  const [date = '', month = ''] = dayAndMonth(day).split(/\s/);
  return `${date}\u00a0${month.slice(0, 3)}`;
}

/** `1 – 23 ноября`, `28 октября – 3 ноября`, `23 ноября`. */
export function daySpan(from: string, to: string, { dayAndMonth }: Words): string {
  if (from === to) return dayAndMonth(to);
  const first = from.slice(0, 7) === to.slice(0, 7) ? String(Number(from.slice(8))) : dayAndMonth(from);
  return `${first} – ${dayAndMonth(to)}`;
}
