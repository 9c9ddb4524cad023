import { createHash } from 'node:crypto';
import type { Change } from './record-change';

/** An operation as its digest covers it; `at` is UTC epoch ms. */
export interface DigestedOperation {
  kind: string;
  source: string;
  actorType: string;
  actorId: number | null;
  actorName: string;
  requestId: string;
  groupId: number | null;
  /** The operation that this one takes back. */
  undoes: number | null;
  at: number;
}

export interface DigestedChange {
  position: number;
  entity: string;
  entityId: number;
  action: string;
  versionBefore: number | null;
  versionAfter: number | null;
  valueDigest: string;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The digest of one change's values; the salt keeps an erased value from being guessed. */
export function valueDigest(salt: string, json: string): string {
  return sha256(`${salt}${json}`);
}

/**
 * sha256 over the canonical text: a fixed order of fields, changes by position. The leading word names the format; the
 * second one also covers what is undone.
 */
export function operationDigest(operation: DigestedOperation, changes: readonly DigestedChange[]): string {
  const { kind, source, actorType, actorId, actorName, requestId, groupId, undoes, at } = operation;
  const rows = [...changes]
    .sort((a, b) => a.position - b.position)
    .map((c) => [c.position, c.entity, c.entityId, c.action, c.versionBefore, c.versionAfter, c.valueDigest]);
  const told = [kind, source, actorType, actorId, actorName, requestId, groupId, at, rows];
  return sha256(JSON.stringify(undoes === null ? ['operation/1', ...told] : ['operation/2', ...told, undoes]));
}

/** A change with its values as it is stored: the digest covers a salt, so that an erased value cannot be guessed. */
export function digestedChange({ fields, ...change }: Change, position: number, salt: string) {
  const value = { salt, json: JSON.stringify(fields) };
  return { change: { ...change, position, valueDigest: valueDigest(value.salt, value.json) }, value };
}

/** An operation as it is stored, with the digest over itself and its changes. */
export function digestedOperation<O extends DigestedOperation>(operation: O, rows: readonly { change: DigestedChange }[]) {
  const changes = rows.map(({ change }) => change);
  return { ...operation, digest: operationDigest(operation, changes) };
}

/** What stands before the first seal. */
export const genesisHash = '0'.repeat(64);

/** The link that follows another one, or the first link. */
export function nextSeal(last: { seq: number; hash: string } | undefined, operationId: number, digest: string) {
  const seq = (last?.seq ?? 0) + 1;
  const prevHash = last?.hash ?? genesisHash;
  return { seq, operationId, prevHash, hash: sealHash(seq, operationId, digest, prevHash) };
}

/** The hash of one link: it binds the operation to its place and to everything before it. */
export function sealHash(seq: number, operationId: number, digest: string, prevHash: string): string {
  return sha256(JSON.stringify(['seal/1', seq, operationId, digest, prevHash]));
}
