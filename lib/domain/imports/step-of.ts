import type { ImportStep, Verdict } from './entity';
import type { ImportRow } from './import-row';
import type { CellChange } from './schema';

/** Fields of a conflict that are taken from the file: those nobody else has changed, and those the reader chose. */
function takenFields(changes: readonly CellChange[], fromFile: readonly string[] = []): string[] {
  return changes
    .filter(({ field, was }) => was === undefined || fromFile.includes(field) || fromFile.includes('*'))
    .map(({ field }) => field);
}

type Step = Pick<ImportStep, 'action' | 'recordId' | 'fields'>;

/** What is done to the record of a row that came out so, by what the reader has decided; null when nothing is. */
export function stepOf({ kind, choice }: Pick<ImportRow, 'kind' | 'choice'>, { recordId, detail, ...fresh }: Verdict): Step | null {
  const { action, fromFile } = choice ?? {};
  const create = { action: 'create', recordId: null, fields: [] } as const;
  const all = detail.changes.map(({ field }) => field);
  if (action === 'skip') return null;
  switch (kind) {
    case 'new':
      return create;
    case 'changed':
    case 'conflict': {
      const fields = takenFields(detail.changes, fromFile);
      return fields.length > 0 ? { action: 'edit', recordId, fields } : null;
    }
    case 'binned':
      if (action === 'create') return create;
      return action === 'restore' ? { action: 'restore', recordId, fields: takenFields(detail.changes, fromFile) } : null;
    case 'duplicate':
      if (action === 'create') return create;
      // Somebody has said that it is meant: over what the earlier row has made of the record, too.
      if (action !== 'apply') return null;
      if (recordId !== null) return all.length > 0 ? { action: 'edit', recordId, fields: all } : null;
      return fresh.kind === 'new' ? create : null;
    case 'same':
    case 'error':
      return null;
  }
}
