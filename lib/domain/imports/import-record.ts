import type { Tx } from '@/db/engines/engine';
import { findImport, type ImportRecord } from '@/db/queries/imports';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';
import { entityImport } from './entities';
import { type ImportEntity, type ImportFile, type ImportMapping, type ImportState, importMapping } from './schema';

/** An import as it stands, its JSON read. */
export interface Import extends Omit<ImportRecord, 'entity' | 'reading' | 'mapping'> {
  entity: ImportEntity;
  file: ImportFile;
  mapping: ImportMapping;
}

export function readImport({ reading, mapping, ...row }: ImportRecord): Import {
  return {
    ...row,
    entity: row.entity as ImportEntity,
    file: JSON.parse(reading) as ImportFile,
    mapping: importMapping.parse(JSON.parse(mapping)),
  };
}

export function storedImport({ file, mapping, ...row }: Import): ImportRecord {
  return { ...row, reading: JSON.stringify(file), mapping: JSON.stringify(mapping) };
}

/** Step: an import that its entity may be written for, in one of these states. Throws `not_found`, `forbidden`, `import_state`. */
export async function loadImport(tx: Tx, ctx: Ctx, id: number, states: readonly ImportState[]): Promise<Import> {
  const row = await findImport(tx, id);
  if (!row) throw new DomainError('not_found');
  const found = readImport(row);
  may(ctx, entityImport(found.entity).permission);
  if (!states.includes(found.state as ImportState)) throw new DomainError('import_state');
  return found;
}
