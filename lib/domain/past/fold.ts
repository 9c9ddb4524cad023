import type { StepRow } from '@/db/queries/past';
import type { FieldChanges, Json, Snapshot } from '../journal/fields';

/** One change of a record, as the fold takes it. */
export interface Step {
  /** Of the change; later ones are larger. */
  id: number;
  action: string;
  /** The version it made. */
  version: number;
  kind: string;
  /** UTC epoch ms. */
  at: number;
  /** Null when the values were erased. */
  fields: FieldChanges | null;
}

/** A record as the tables hold it now. */
export interface LiveRecord {
  version: number;
  /** UTC epoch ms. */
  createdAt: number;
  updatedAt: number;
  deletedAt: number | null;
  snapshot: () => Snapshot | Promise<Snapshot>;
}

/** A record as it was at a moment. */
export interface PastRecord {
  /** `absent`: it was not there yet; `deleted`: it lay in the bin, and the snapshot is how it got there. */
  existence: 'absent' | 'live' | 'deleted';
  version: number;
  /** When it became so, UTC epoch ms; null when it was not there. */
  since: number | null;
  /** Every field; null where nothing is known. */
  snapshot: Snapshot;
  /** Fields whose value at that moment nobody knows any more: it was erased. */
  erased: string[];
}

export function stepOf({ changeId, action, version, kind, at, json }: StepRow): Step {
  return { id: changeId, action, version, kind, at, fields: json === null ? null : (JSON.parse(json) as FieldChanges) };
}

type Known = Map<string, Json>;

function everyField(names: readonly string[], fields: FieldChanges, side: 'old' | 'new'): Known {
  return new Map(names.map((name) => [name, fields[name]?.[side] ?? null]));
}

/** From the first version on. What an erased change may have touched is not known after it. */
function foldForward(names: readonly string[], steps: readonly Step[]): Known {
  let known: Known = new Map();
  for (const { action, fields } of steps) {
    const whole = action === 'create' || action === 'restore' || action === 'delete';
    if (fields === null) {
      // A record goes into the bin and out of it as it is.
      if (action === 'create' || action === 'update') known = new Map();
    } else if (whole) known = everyField(names, fields, action === 'delete' ? 'old' : 'new');
    else for (const [name, change] of Object.entries(fields)) known.set(name, change.new);
  }
  return known;
}

/** Back from the record as it stands now. An erasure does not tell what it took. */
function foldBack(names: readonly string[], later: readonly Step[], now: Snapshot): Known {
  let known: Known = new Map(names.map((name) => [name, now[name] ?? null]));
  for (const { action, kind, fields } of [...later].reverse()) {
    if (fields === null) {
      if (action === 'update') known = new Map();
    } else if (kind === 'privacy.erase') for (const name of Object.keys(fields)) known.delete(name);
    else if (action === 'delete') known = everyField(names, fields, 'old');
    else if (action === 'update') for (const [name, change] of Object.entries(fields)) known.set(name, change.old);
  }
  return known;
}

function existenceAfter(steps: readonly Step[]): 'live' | 'deleted' {
  return steps.findLast(({ action }) => action !== 'update')?.action === 'delete' ? 'deleted' : 'live';
}

const absent: PastRecord = { existence: 'absent', version: 0, since: null, snapshot: {}, erased: [] };

/** The place of the version that stood at a moment; -1 before the first. */
export function placeAt(steps: readonly Step[], at: number): number {
  return steps.findLastIndex((step) => step.at <= at);
}

/**
 * A record at a moment (UTC epoch ms), from all its changes in the order of versions. Where erased values leave a gap, the
 * way back from today's record closes it, if no erased change stands on that way; nothing is guessed.
 */
export async function foldRecord(names: readonly string[], live: LiveRecord, steps: readonly Step[], at: number): Promise<PastRecord> {
  const place = placeAt(steps, at);
  // A record may have come later than its own date says: an order of another system, say.
  const notYet = place === -1 && steps[0]?.action === 'create';
  if (live.createdAt > at || notYet) return absent;
  const done = steps.slice(0, place + 1);
  const forward = foldForward(names, done);
  const gaps = names.some((name) => !forward.has(name));
  const back = gaps ? foldBack(names, steps.slice(place + 1), await live.snapshot()) : forward;
  const snapshot: Snapshot = {};
  const erased: string[] = [];
  for (const name of names) {
    const value = forward.has(name) ? forward.get(name) : back.get(name);
    if (value === undefined) erased.push(name);
    snapshot[name] = value ?? null;
  }
  const last = steps[place];
  return { existence: existenceAfter(done), version: last?.version ?? 0, since: last?.at ?? live.createdAt, snapshot, erased };
}

/** The same for a record that has not been changed since that moment. */
export async function standingRecord(live: LiveRecord): Promise<PastRecord> {
  const { version, updatedAt, deletedAt } = live;
  const existence = deletedAt === null ? 'live' : 'deleted';
  return { existence, version, since: updatedAt, snapshot: await live.snapshot(), erased: [] };
}
