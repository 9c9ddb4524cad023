import type { Json } from '../journal/fields';
import { formatMilli, formatMinor } from '../money';

const money = new Set(['price', 'discount', 'total']);

/** A value as the journal keeps it: money `1500.00`, quantities `1.5`, lines of an order one by one. */
export function shown(field: string, value: Json): Json {
  if (typeof value === 'number' && money.has(field)) return formatMinor(value);
  if (typeof value === 'number' && field === 'quantity') return formatMilli(value);
  if (Array.isArray(value)) return value.map((item) => shown('', item));
  if (typeof value !== 'object' || value === null) return value;
  const told = Object.entries(value).filter(([name]) => name !== 'ref');
  return Object.fromEntries(told.map(([name, inner]) => [name, shown(name, inner)]));
}
