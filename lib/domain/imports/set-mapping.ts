import { updateImport } from '@/db/queries/imports';
import type { Ctx } from '../context';
import { DomainError, type FieldIssues } from '../errors';
import { may } from '../permissions';
import { validate } from '../validate';
import { entityImport } from './entities';
import { type Import, loadImport, storedImport } from './import-record';
import { type FoundFile, type ImportMapping, type ImportReading, importFields, importMapping, matchKeys } from './schema';
import { headerKeyOf } from './start-import';

/** Nothing is written yet: the file may be read and understood another way. */
const open = ['uploaded', 'checking', 'checked'] as const;

export interface SetReading {
  asked: ImportReading;
  found: FoundFile;
  /** Rows under the header. */
  rows: number;
  guess: ImportMapping;
}

/**
 * A file opened another way: another encoding, delimiter or sheet. What was found in it before is forgotten, and its columns
 * are guessed anew. For pages and API: `changeReading` of `lib/import-files.ts`, which opens the file.
 * Throws `not_found`, `import_state` once it is being applied.
 */
export async function setReading(ctx: Ctx, id: number, { asked, found, rows, guess }: SetReading): Promise<void> {
  may(ctx, 'import.write');
  await ctx.db.transaction(async (tx) => {
    const before = await loadImport(tx, ctx, id, open);
    const file = { ...before.file, ...found, asked };
    const after = { ...before, file, mapping: guess, headerKey: headerKeyOf(found.headers), rowsTotal: rows, rowsRead: 0 };
    await updateImport(tx, storedImport({ ...after, state: 'uploaded' }));
    await ctx.beforeCommit?.(tx, undefined);
  });
}

/** What is wrong with a mapping, by field. */
function issuesOf({ entity, file }: Import, { columns, matchBy }: ImportMapping): FieldIssues {
  const issues: FieldIssues = {};
  const tell = (name: string, rule: string, values: Record<string, string>) => {
    issues[name] = [...(issues[name] ?? []), { rule, values }];
  };
  const fields: readonly string[] = importFields[entity];
  const mapped = columns.slice(0, file.headers.length).filter((field) => field !== null);
  for (const field of mapped.filter((name) => !fields.includes(name))) tell('columns', 'import_field', { field });
  for (const field of new Set(mapped.filter((name, at) => mapped.indexOf(name) !== at))) tell('columns', 'import_twice', { field });
  for (const field of matchBy) if (!(matchKeys[entity] as readonly string[]).includes(field)) tell('matchBy', 'import_match', { field });
  // Records that are there already need no name to be found.
  const finds = matchBy.some((field) => mapped.includes(field));
  for (const group of entityImport(entity).required) {
    if (!finds && !group.some((field) => mapped.includes(field))) tell('columns', 'import_required', { fields: group.join(', ') });
  }
  return issues;
}

/**
 * What the columns mean and by what rows find their records; the file is looked through then, from its first row on
 * (`driveImport`). Throws `not_found`, `import_state`, `validation` with the fields `columns` (rules `import_required`,
 * `import_twice`, `import_field`) and `matchBy`.
 */
export async function setMapping(ctx: Ctx, id: number, input: ImportMapping): Promise<void> {
  may(ctx, 'import.write');
  const mapping = validate(importMapping, input);
  await ctx.db.transaction(async (tx) => {
    const before = await loadImport(tx, ctx, id, open);
    const fields = issuesOf(before, mapping);
    if (Object.keys(fields).length > 0) throw new DomainError('validation', { fields });
    const columns = before.file.headers.map((_, at) => mapping.columns[at] ?? null);
    await updateImport(tx, storedImport({ ...before, mapping: { ...mapping, columns }, state: 'checking', rowsRead: 0 }));
    await ctx.beforeCommit?.(tx, undefined);
  });
}
