import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { clientNameParts, productNameParts } from '@/db/queries/report-facts';
import { listUserRows } from '@/db/queries/users';
import { formalName } from '../clients/client-name';
import type { ReportGroup } from './analysis';
import type { GroupKey } from './group-cells';

/** Ids asked for in one statement. */
const idsAStatement = 300;

async function readInParts(
  ids: readonly number[],
  read: (ids: readonly number[]) => Promise<{ id: number; name: string }[]>,
): Promise<Map<GroupKey, string>> {
  const names = new Map<GroupKey, string>();
  for (let at = 0; at < ids.length; at += idsAStatement) {
    for (const { id, name } of await read(ids.slice(at, at + idsAStatement))) names.set(id, name);
    await breathe();
  }
  return names;
}

/** Step: what the keys of a grouping are called; those of statuses and days are worded by whoever shows them. */
export async function nameKeys(tx: Tx, group: ReportGroup, keys: Iterable<GroupKey>): Promise<Map<GroupKey, string>> {
  const ids = [...keys].filter((key) => typeof key === 'number');
  switch (group) {
    case 'client':
      return readInParts(ids, async (some) =>
        (await clientNameParts(tx, some)).map((client) => ({ id: client.id, name: client.company || formalName(client) })),
      );
    case 'product':
      return readInParts(ids, (some) => productNameParts(tx, some));
    case 'manager':
      return new Map((await listUserRows(tx)).map(({ id, displayName }) => [id, displayName]));
    default:
      return new Map();
  }
}
