import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { abcClass } from './abc';
import type { AbcClass, GroupRow, ReportGroup } from './analysis';
import type { GroupCell, GroupCells, GroupKey } from './group-cells';
import { nameKeys } from './group-names';
import { sortBreathing } from './sort-breathing';

type Entry = [key: GroupKey, cell: GroupCell];

const inTime: readonly ReportGroup[] = ['day', 'week', 'month', 'year'];

function byKey([a]: Entry, [b]: Entry): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : a > b ? 1 : 0;
}

function bySum(a: Entry, b: Entry): number {
  return b[1].totalMinor - a[1].totalMinor || b[1].orders - a[1].orders || byKey(a, b);
}

function orderOf(group: ReportGroup): (a: Entry, b: Entry) => number {
  return inTime.includes(group) ? byKey : bySum;
}

/** Shares of a whole, row after row: each ends where the sum of all down to it is rounded to, so that they add up to 100 % exactly. */
function runningShare(wholeMinor: number) {
  let [sum, before] = [0, 0];
  return (totalMinor: number): { share: number; cumulative: number } => {
    sum += totalMinor;
    const cumulative = wholeMinor === 0 ? 0 : Math.round((sum / wholeMinor) * 10_000);
    const share = cumulative - before;
    before = cumulative;
    return { share, cumulative };
  };
}

/** Step: the numbers of those in a class; what has no number, as lines of no product, is nobody. */
export async function idsOfClass(cells: GroupCells, group: ReportGroup, name: AbcClass): Promise<number[]> {
  const share = runningShare([...cells.values()].reduce((sum, { totalMinor }) => sum + totalMinor, 0));
  const ids: number[] = [];
  for (const [key, { totalMinor }] of await sortBreathing([...cells], orderOf(group))) {
    if (abcClass({ totalMinor, ...share(totalMinor) }) === name && typeof key === 'number') ids.push(key);
  }
  return ids;
}

type Names = (depth: number, key: GroupKey) => string | null;
type Share = ReturnType<typeof runningShare>;

function rowOf([key, cell]: Entry, name: string | null, share: Share, parts: GroupRow[]): GroupRow {
  const { orders, pending, totalMinor, quantityMilli } = cell;
  return { key, name, orders, pending, totalMinor, quantityMilli, ...share(totalMinor), parts };
}

async function namesOf(tx: Tx, cells: GroupCells, groups: readonly ReportGroup[]): Promise<Names> {
  const partKeys = new Set<GroupKey>();
  for (const { parts } of cells.values()) {
    for (const key of parts.keys()) partKeys.add(key);
    await breathe();
  }
  const keys = [cells.keys(), partKeys];
  const names: Map<GroupKey, string>[] = [];
  for (const [depth, group] of groups.entries()) names.push(await nameKeys(tx, group, keys[depth] ?? []));
  return (depth, key) => names[depth]?.get(key) ?? null;
}

/** Step: the rows of a table with their parts, names and shares of the whole. The parts of a row share what it has. */
export async function rowsOf(tx: Tx, cells: GroupCells, groups: readonly ReportGroup[], wholeMinor: number): Promise<GroupRow[]> {
  const [first, second] = groups;
  if (!first) return [];
  const nameOf = await namesOf(tx, cells, groups);
  const [rowShare, partShare] = [runningShare(wholeMinor), runningShare(wholeMinor)];
  const rows: GroupRow[] = [];
  for (const entry of await sortBreathing([...cells], orderOf(first))) {
    const parts = second ? await sortBreathing([...entry[1].parts], orderOf(second)) : [];
    rows.push(
      rowOf(
        entry,
        nameOf(0, entry[0]),
        rowShare,
        parts.map((part) => rowOf(part, nameOf(1, part[0]), partShare, [])),
      ),
    );
    await breathe();
  }
  return rows;
}
