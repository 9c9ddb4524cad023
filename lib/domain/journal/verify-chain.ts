import type { Tx } from '@/db/engines/engine';
import { changesOfOperations, countLostValues, countOperations, sealedOperations } from '@/db/queries/journal';
import { genesisHash, operationDigest, sealHash, valueDigest } from './digest';

export interface ChainReport {
  operations: number;
  /** One sentence each, at most 20. */
  problems: string[];
}

const batch = 500;

/**
 * Walks the whole chain: seals follow each other without a gap, each hash fits its operation and the one before,
 * each digest fits the stored operation, changes and values (an erased value keeps its digest).
 */
export async function verifyChain(tx: Tx): Promise<ChainReport> {
  const problems: string[] = [];
  let seq = 0;
  let prevHash = genesisHash;
  for (;;) {
    const links = await sealedOperations(tx, seq, batch);
    if (links.length === 0) break;
    const rows = await changesOfOperations(
      tx,
      links.map(({ seal }) => seal.operationId),
    );
    for (const { seal, operation } of links) {
      const own = rows.filter(({ change }) => change.operationId === seal.operationId);
      const digest =
        operation &&
        operationDigest(
          operation,
          own.map(({ change }) => change),
        );
      if (seal.seq !== seq + 1) problems.push(`seal ${seq + 1} is missing`);
      if (seal.prevHash !== prevHash) problems.push(`seal ${seal.seq} does not continue seal ${seq}`);
      if (digest !== operation?.digest) problems.push(`operation ${seal.operationId} was changed`);
      if (digest && seal.hash !== sealHash(seal.seq, seal.operationId, digest, seal.prevHash))
        problems.push(`seal ${seal.seq} does not fit operation ${seal.operationId}`);
      for (const { change, value } of own) {
        const known = value?.salt != null && value.json != null;
        if (known && valueDigest(value.salt ?? '', value.json ?? '') !== change.valueDigest)
          problems.push(`values of change ${change.id} were changed`);
      }
      seq = seal.seq;
      prevHash = seal.hash;
    }
    if (problems.length > 20) break;
  }
  const operations = await countOperations(tx);
  if (operations !== seq && problems.length === 0) problems.push(`${operations} operations, but ${seq} seals`);
  const lost = await countLostValues(tx);
  if (lost > 0) problems.push(`${lost} changes have lost their values`);
  return { operations: seq, problems: problems.slice(0, 20) };
}
