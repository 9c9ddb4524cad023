import type { Verdict } from './entity';
import type { RowDetail } from './schema';

/** What a row comes to, by what was found out about it; `record` is the one it means, also from the bin. */
export function kindOf(record: { deletedAt: number | null } | undefined, { problems, candidates, changes }: RowDetail): Verdict['kind'] {
  if (problems.length > 0) return 'error';
  if (candidates) return 'duplicate';
  if (!record) return 'new';
  if (record.deletedAt !== null) return 'binned';
  if (changes.length === 0) return 'same';
  return changes.some(({ was }) => was !== undefined) ? 'conflict' : 'changed';
}
