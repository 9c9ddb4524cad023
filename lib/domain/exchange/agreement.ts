import type { ConflictField, Decision } from './schema';

/** What is known of a field since both sides last agreed; hashes. */
export interface FieldAgreement {
  /** As ours was; empty when ours is to be told whatever it is. */
  ours: string;
  /** As theirs was, where it is not ours: what they made of ours, and what was sent to them while its answer is unknown. */
  theirs?: readonly string[];
  /** What somebody has allowed to come in. */
  allowed?: string;
}

export type Agreement = Record<string, FieldAgreement>;

/** The agreement of a stored link: plain hashes, `+name` for theirs, `!name` for what is allowed. */
export function readAgreement(text: string): Agreement {
  const stored = JSON.parse(text) as Record<string, string>;
  const names = Object.keys(stored).filter((key) => !/^[+!]/.test(key));
  const read = (name: string): FieldAgreement => ({
    ours: stored[name] ?? '',
    theirs: stored[`+${name}`]?.split(' '),
    allowed: stored[`!${name}`],
  });
  return Object.fromEntries(names.map((name) => [name, read(name)]));
}

/** The same as it is stored. */
export function writeAgreement(agreement: Agreement): string {
  const stored: Record<string, string> = {};
  for (const [name, { ours, theirs, allowed }] of Object.entries(agreement)) {
    stored[name] = ours;
    if (theirs && !(theirs.length === 1 && theirs[0] === ours)) stored[`+${name}`] = theirs.join(' ');
    if (allowed !== undefined) stored[`!${name}`] = allowed;
  }
  return JSON.stringify(stored);
}

/** Whether theirs is as it was, or what we made of it. */
export function theirsStands({ ours, theirs }: FieldAgreement, hash: string): boolean {
  return theirs ? theirs.includes(hash) : hash === ours;
}

/** An agreement in which somebody has decided about fields: theirs may come in, or ours is told again. */
export function decided(agreement: Agreement, fields: Record<string, ConflictField>, decision: Decision): Agreement {
  const after = { ...agreement };
  for (const [name, { oursHash, theirsHash }] of Object.entries(fields)) {
    after[name] = decision === 'ours' ? { ours: '', theirs: [theirsHash] } : { ours: oursHash, theirs: [''], allowed: theirsHash };
  }
  return after;
}

/** An agreement after something was sent whose answer nobody has seen yet. */
export function afterSending(agreement: Agreement, hashes: Record<string, string>): Agreement {
  const after = { ...agreement };
  for (const [name, hash] of Object.entries(hashes)) {
    const before = agreement[name];
    const known = before ? (before.theirs ?? [before.ours]) : [];
    after[name] = { ...before, ours: before?.ours ?? '', theirs: [...new Set([...known, hash])] };
  }
  return after;
}
