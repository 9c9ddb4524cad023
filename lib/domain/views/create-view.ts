import type { z } from 'zod';
import { insertView } from '@/db/queries/views';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { validate } from '../validate';
import { type SavedView, showView, viewInput } from './schema';
import { writeViews } from './write-view';

/** Saves a view, for oneself or for the team. Throws `validation`, `forbidden`. */
export async function createView(ctx: Ctx, input: z.input<typeof viewInput>): Promise<SavedView> {
  may(ctx, 'view.own');
  const { list, name, query, columns, team } = validate(viewInput, input);
  if (team) may(ctx, 'view.team');
  const now = ctx.now().getTime();
  const row = { list, name, query, columns: columns && JSON.stringify(columns), team: team ? 1 : 0 };
  const view = await writeViews(ctx, (tx, userId) => insertView(tx, { ...row, userId, createdAt: now, updatedAt: now, deletedAt: null }));
  return showView(view, ctx);
}
