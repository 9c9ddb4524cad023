import type { Tx } from '@/db/engines/engine';
import { findView, updateView, type ViewRow } from '@/db/queries/views';
import { actingUser, type Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';
import { mayEditView } from './schema';

/**
 * Step: the transaction of every verb that writes views. A view is a bookmark: it says how records are looked at and holds
 * none, so it stands in no journal; a deleted one stays in its table.
 */
export function writeViews<T>(ctx: Ctx, work: (tx: Tx, userId: number) => Promise<T>): Promise<T> {
  may(ctx, 'view.own');
  const userId = actingUser(ctx);
  if (userId === null) throw new DomainError('unauthorized');
  return ctx.db.transaction((tx) => work(tx, userId));
}

/** Step: changes one view. Throws `not_found` also for a private one of somebody else, `forbidden` for a team's. */
export function changeView(id: number, ctx: Ctx, change: Partial<ViewRow>): Promise<ViewRow> {
  return writeViews(ctx, async (tx, userId) => {
    const view = await findView(tx, id);
    if (!view || (view.team === 0 && view.userId !== userId)) throw new DomainError('not_found');
    if (!mayEditView(view, ctx)) throw new DomainError('forbidden');
    if (change.team !== undefined && change.team !== view.team) may(ctx, 'view.team');
    // Made private it would be gone for whoever does it.
    if (change.team === 0 && view.userId !== userId) throw new DomainError('forbidden');
    return updateView(tx, { ...view, ...change, updatedAt: ctx.now().getTime() });
  });
}
