import type { Json, Snapshot } from '../journal/fields';

/** What is exchanged, in the order in which one needs the other. */
export const exchanged = ['client', 'product', 'order'] as const;
export type Exchanged = (typeof exchanged)[number];

/**
 * A record in the words both sides are compared in: field names of ours, money in kopecks, quantities in thousandths, and of
 * other records their ids over there. `name` of a client is all his names as one; `deleted` tells that he lies in the bin.
 */
export type Shared = Snapshot;

export const runKinds = ['pull', 'backfill', 'rehearsal', 'reconciliation'] as const;
export type RunKind = (typeof runKinds)[number];

export const runStates = ['running', 'done', 'stopped', 'failed'] as const;
export type RunState = (typeof runStates)[number];

/** How many records came to what; only what is above zero is kept. */
export const runCounts = [
  'seen',
  'created',
  'updated',
  'deleted',
  'sent',
  'linked',
  'duplicates',
  'conflicts',
  'refused',
  'missing',
] as const;
export type RunCounts = Partial<Record<(typeof runCounts)[number], number>>;

export const findingKinds = [
  /** Here, not there; and the other way round. */
  'missing_there',
  'missing_here',
  /** On both sides, but not the same. */
  'differs',
  /** Not here, but something much like it is: nobody but a person can tell. */
  'duplicate',
  /** One side refuses to write it, or a status or unit has no counterpart. */
  'refused',
  'unmapped',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** What is said of a record. */
export interface FindingDetail {
  /** What the record goes by, here or there. */
  name: string;
  /** Field to both values, as people read them. */
  fields?: Record<string, { ours: Json; theirs: Json }>;
  /** Records here that it looks like, and by what. */
  like?: { id: number; name: string; by: 'phone' | 'email' | 'inn' | 'sku' | 'name'; linked?: boolean }[];
  /** Why it was refused. */
  problem?: { code: string; values?: Record<string, string | number> };
}

/** A field that was changed on both sides. */
export interface ConflictField {
  /** As people read them. */
  ours: Json;
  theirs: Json;
  /** Hashes of what was seen: a decision counts for that alone. */
  oursHash: string;
  theirsHash: string;
}

export const decisions = ['ours', 'theirs'] as const;
export type Decision = (typeof decisions)[number];

/**
 * Words over there, each with an id and a name: statuses, users, warehouses; `ours` is what the provider takes it for unless
 * it is mapped, `login` what a user signs in by.
 */
export type Vocabulary = Record<string, { id: string; name: string; ours?: string; login?: string }[]>;

/**
 * Our word for each of theirs, by kind and id: `{ status: { draft: 'Pending' } }`, `{ user: { 3: '1' } }` with ids of ours or `nobody`;
 * and for fields of ours whether they are exchanged: `{ field: { 'client.address': 'off' } }`.
 */
export type Mapping = Record<string, Record<string, string>>;

/** Stored where a word of theirs shall be none of ours: an empty one would be guessed again. */
export const noWord = 'none';
