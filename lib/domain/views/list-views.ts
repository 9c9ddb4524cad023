import { listViewRows } from '@/db/queries/views';
import { actingUser, type Ctx } from '../context';
import { may } from '../permissions';
import { listNames } from '../preferences/schema';
import { type SavedView, showView } from './schema';

/** The saved views of the acting user and of the team, by name; of every list whose records he may see. */
export async function listViews(ctx: Ctx): Promise<SavedView[]> {
  may(ctx, 'view.own');
  const rows = await ctx.db.read((tx) => listViewRows(tx, actingUser(ctx) ?? 0));
  return rows.filter(({ view }) => listNames.some((name) => name === view.list)).map(({ view, owner }) => showView(view, ctx, owner));
}
