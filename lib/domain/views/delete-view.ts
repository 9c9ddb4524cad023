import type { Ctx } from '../context';
import { may } from '../permissions';
import { changeView } from './write-view';

/** Puts a view away. Throws `not_found`, `forbidden`. */
export async function deleteView(ctx: Ctx, id: number): Promise<void> {
  may(ctx, 'view.own');
  await changeView(id, ctx, { deletedAt: ctx.now().getTime() });
}
