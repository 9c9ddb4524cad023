import { countRowsToApply, findImport, updateImport } from '@/db/queries/imports';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';
import { loadImport, storedImport } from './import-record';

/**
 * Begins to write what a checked file comes to; `driveImport` carries it out, also after a restart. Throws `not_found`,
 * `import_state` unless it is `checked`, `nothing_selected` when there is nothing to write.
 */
export async function applyImport(ctx: Ctx, id: number): Promise<void> {
  may(ctx, 'import.write');
  await ctx.db.transaction(async (tx) => {
    const found = await loadImport(tx, ctx, id, ['checked']);
    const toApply = await countRowsToApply(tx, id);
    if (toApply === 0) throw new DomainError('nothing_selected');
    // The rows say everything from here on.
    const file = { ...found.file, sample: [] };
    await updateImport(tx, storedImport({ ...found, file, toApply, cursor: 0, applied: 0, refused: 0, state: 'applying' }));
    await ctx.beforeCommit?.(tx, undefined);
  });
}

const ended = ['done', 'stopped', 'failed'];

/**
 * Ends an import where it stands, or gives it up before it has written anything; what it has written stays and can be undone
 * as one. `driveImport` removes its file. Throws `not_found`, `forbidden`.
 */
export async function stopImport(ctx: Ctx, id: number): Promise<void> {
  may(ctx, 'import.write');
  await ctx.db.transaction(async (tx) => {
    const found = await findImport(tx, id);
    if (!found) throw new DomainError('not_found');
    if (ctx.actor.type === 'user' && ctx.actor.id !== found.userId) may(ctx, 'undo.any');
    if (!ended.includes(found.state)) await updateImport(tx, { ...found, state: 'stopped', finishedAt: ctx.now().getTime() });
    await ctx.beforeCommit?.(tx, undefined);
  });
}
