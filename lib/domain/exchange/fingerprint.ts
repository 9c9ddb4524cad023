import { createHash } from 'node:crypto';
import type { Shared } from './schema';

/** Nothing is the same however it is written. Keys in their order; what only helps to write a record (`ref`) does not count. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null) return '';
  if (typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([name]) => name !== 'ref');
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, canonical(inner)]));
}

/** By what two values are told apart without keeping them. */
export function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(value)))
    .digest('base64url')
    .slice(0, 22);
}

/** Field to its hash. */
export function fieldHashes(record: Shared): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, hashOf(value)]));
}
