import type { Policy } from '../connections/schema';
import type { Json } from '../journal/fields';
import { type Agreement, theirsStands } from './agreement';
import { hashOf } from './fingerprint';
import type { Decision, Shared } from './schema';

export interface MergeInput {
  /** What both sides last agreed about; nothing for fields never compared. */
  agreement: Agreement;
  ours: Shared;
  theirs: Shared;
  policy: Policy;
  /** When each side was changed last, by our clock (UTC epoch ms). */
  oursAt: number;
  theirsAt: number | null;
  /** Fields that never come in without a person: the lines of a paid order. */
  guarded: ReadonlySet<string>;
}

/** A field that both sides have changed, or that is guarded. */
export interface Collision {
  field: string;
  ours: Json;
  theirs: Json;
  /** Null when a person has to decide. */
  decision: Decision | null;
}

export interface Merge {
  toOurs: Shared;
  toTheirs: Shared;
  collisions: Collision[];
}

type Verdict = Decision | 'same' | 'collision';

function isEmpty(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Who of both has changed a field, or is the only one who has something in it. */
function verdictOf({ agreement, ours, theirs, guarded }: MergeInput, field: string): Verdict {
  const [mine, other] = [ours[field] ?? null, theirs[field] ?? null];
  const [oursHash, theirsHash] = [hashOf(mine), hashOf(other)];
  if (oursHash === theirsHash) return 'same';
  const agreed = agreement[field];
  if (!agreed) {
    if (isEmpty(other)) return 'ours';
    return isEmpty(mine) && !guarded.has(field) ? 'theirs' : 'collision';
  }
  const oursChanged = agreed.ours !== oursHash;
  const theirsChanged = !theirsStands(agreed, theirsHash);
  // While it is unknown what arrived there, ours is told again.
  const isUnknown = (agreed.theirs?.length ?? 1) > 1;
  if (!theirsChanged) return oursChanged || isUnknown ? 'ours' : 'same';
  if (oursChanged) return 'collision';
  return guarded.has(field) && agreed.allowed !== theirsHash ? 'collision' : 'theirs';
}

function decide({ policy, guarded, oursAt, theirsAt }: MergeInput, field: string): Decision | null {
  if (guarded.has(field) || policy === 'ask') return null;
  if (policy === 'newest') return theirsAt !== null && theirsAt > oursAt ? 'theirs' : 'ours';
  return policy;
}

/**
 * Brings both sides of a record together, field by field: what one side alone has changed goes to the other, what both have
 * changed is decided by the policy, or by a person. Fields that one side does not carry are left alone.
 */
export function mergeFields(input: MergeInput): Merge {
  const merge: Merge = { toOurs: {}, toTheirs: {}, collisions: [] };
  for (const field of Object.keys(input.ours).filter((name) => name in input.theirs)) {
    const [ours, theirs] = [input.ours[field] ?? null, input.theirs[field] ?? null];
    const verdict = verdictOf(input, field);
    const decision = verdict === 'collision' ? decide(input, field) : verdict;
    if (verdict === 'collision') merge.collisions.push({ field, ours, theirs, decision: decision === 'same' ? null : decision });
    if (decision === 'ours') merge.toTheirs[field] = ours;
    if (decision === 'theirs') merge.toOurs[field] = theirs;
  }
  return merge;
}
