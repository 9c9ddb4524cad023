import type { Tx } from '@/db/engines/engine';
import { waitingOperations } from '@/db/queries/check';
import {
  type ChangeRow,
  changesOfOperations,
  countLostValues,
  countOperations,
  type OperationRow,
  type SealRow,
  sealedOperations,
} from '@/db/queries/journal';
import { genesisHash, operationDigest, sealHash, valueDigest } from './digest';

export interface ChainReport {
  operations: number;
  /** One sentence each, at most 20. */
  problems: string[];
}

const batch = 1000;

type ChangeWithValue = Awaited<ReturnType<typeof changesOfOperations>>[number];

async function changesByOperation(tx: Tx, operationIds: number[]): Promise<(operationId: number) => ChangeWithValue[]> {
  const groups = new Map<number, ChangeWithValue[]>();
  for (const row of operationIds.length > 0 ? await changesOfOperations(tx, operationIds) : []) {
    const group = groups.get(row.change.operationId);
    if (group) group.push(row);
    else groups.set(row.change.operationId, [row]);
  }
  return (operationId) => groups.get(operationId) ?? [];
}

function digestOf(operation: OperationRow, own: readonly { change: ChangeRow }[]): string {
  return operationDigest(
    operation,
    own.map(({ change }) => change),
  );
}

function valueProblems(own: readonly ChangeWithValue[]): string[] {
  const changed = own.filter(({ change, value }) => {
    const known = value?.salt != null && value.json != null;
    return known && valueDigest(value.salt ?? '', value.json ?? '') !== change.valueDigest;
  });
  return changed.map(({ change }) => `values of change ${change.id} were changed`);
}

/** The end of the chain so far. */
type Head = Pick<SealRow, 'seq' | 'hash'>;

function linkProblems(head: Head, seal: SealRow, operation: OperationRow | null, own: readonly ChangeWithValue[]): string[] {
  const digest = operation ? digestOf(operation, own) : undefined;
  const fits = digest === undefined || seal.hash === sealHash(seal.seq, seal.operationId, digest, seal.prevHash);
  return [
    ...(seal.seq === head.seq + 1 ? [] : [`seal ${head.seq + 1} is missing`]),
    ...(seal.prevHash === head.hash ? [] : [`seal ${seal.seq} does not continue seal ${head.seq}`]),
    ...(digest === operation?.digest ? [] : [`operation ${seal.operationId} was changed`]),
    ...(fits ? [] : [`seal ${seal.seq} does not fit operation ${seal.operationId}`]),
    ...valueProblems(own),
  ];
}

/** Operations that others wrote a moment ago and nobody has sealed yet. */
async function waitingProblems(tx: Tx, waiting: readonly OperationRow[]): Promise<string[]> {
  const changesOf = await changesByOperation(
    tx,
    waiting.map(({ id }) => id),
  );
  return waiting.flatMap((operation) => {
    const own = changesOf(operation.id);
    return [...(digestOf(operation, own) === operation.digest ? [] : [`operation ${operation.id} was changed`]), ...valueProblems(own)];
  });
}

/**
 * Walks the whole chain: seals follow each other without a gap, each hash fits its operation and the one before,
 * each digest fits the stored operation, changes and values (an erased value keeps its digest).
 */
export async function verifyChain(tx: Tx, step: (operations: number) => void = () => undefined): Promise<ChainReport> {
  const problems: string[] = [];
  let head: Head = { seq: 0, hash: genesisHash };
  while (problems.length <= 20) {
    const links = await sealedOperations(tx, head.seq, batch);
    if (links.length === 0) break;
    const changesOf = await changesByOperation(
      tx,
      links.map(({ seal }) => seal.operationId),
    );
    for (const { seal, operation } of links) {
      problems.push(...linkProblems(head, seal, operation, changesOf(seal.operationId)));
      head = seal;
    }
    step(links.length);
  }
  const waiting = await waitingOperations(tx);
  problems.push(...(await waitingProblems(tx, waiting)));
  const operations = await countOperations(tx);
  if (operations !== head.seq + waiting.length && problems.length === 0) problems.push(`${operations} operations, but ${head.seq} seals`);
  const lost = await countLostValues(tx);
  if (lost > 0) problems.push(`${lost} changes have lost their values`);
  return { operations: head.seq, problems: problems.slice(0, 20) };
}
