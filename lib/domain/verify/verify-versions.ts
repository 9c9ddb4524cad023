import type { Tx } from '@/db/engines/engine';
import { journalVersions, smallRecords } from '@/db/queries/check';

interface Versioned {
  id: number;
  version: number;
}

/** Every record's version is the one that its last change in the journal left; neither is without the other. One sentence each. */
export function versionProblems(entity: string, records: readonly Versioned[], journal: readonly { id: number; version: number | null }[]) {
  const told = new Map(journal.map(({ id, version }) => [id, version]));
  const wrong = records.flatMap(({ id, version }) => {
    const known = told.get(id);
    told.delete(id);
    if (known === undefined) return [`${entity} ${id} is not in the journal`];
    return known === version ? [] : [`${entity} ${id} has version ${version}, the journal has ${known}`];
  });
  return [...wrong, ...[...told.keys()].map((id) => `${entity} ${id} is in the journal, but is no more`)];
}

/** The same for users, reports and settings, which are few. */
export async function verifySmallRecords(tx: Tx): Promise<string[]> {
  const problems: string[] = [];
  for (const [entity, records] of Object.entries(await smallRecords(tx))) {
    problems.push(...versionProblems(entity, records, await journalVersions(tx, entity, 0)));
  }
  return problems;
}
