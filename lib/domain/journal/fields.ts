export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export type JsonRecord = { [key: string]: Json };

/** The records of a recorded list: lines, payments. */
export function recordsIn(value: Json | undefined): JsonRecord[] {
  return Array.isArray(value)
    ? value.filter((item): item is JsonRecord => typeof item === 'object' && item !== null && !Array.isArray(item))
    : [];
}

/** A record as the journal keeps it: API field names, money as `1500.00`, display names beside ids. */
export type Snapshot = Record<string, Json>;

/** Field name to its value before and after. */
export type FieldChanges = Record<string, { old: Json; new: Json }>;

/** Plain values are compared as they are: a new record has nothing but those on its old side. */
function differ(a: Json, b: Json): boolean {
  const deep = typeof a === 'object' && a !== null && typeof b === 'object' && b !== null;
  return deep ? JSON.stringify(a) !== JSON.stringify(b) : a !== b;
}

/** What differs between two snapshots; a missing record counts as all null. Empty when nothing differs. */
export function diffSnapshots(before: Snapshot | null, after: Snapshot | null): FieldChanges {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const changed: FieldChanges = {};
  for (const name of names) {
    const change = { old: before?.[name] ?? null, new: after?.[name] ?? null };
    if (differ(change.old, change.new)) changed[name] = change;
  }
  return changed;
}
