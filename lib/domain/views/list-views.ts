import { listViewRows } from '@/db/queries/views';
import { actingUser, type Ctx } from '../context';
import { may } from '../permissions';
import { type SavedView, showView, viewLists } from './schema';

/** The saved views of the acting user and of the team, by name; of lists and reports. */
export async function listViews(ctx: Ctx): Promise<SavedView[]> {
  may(ctx, 'view.own');
  const rows = await ctx.db.read((tx) => listViewRows(tx, actingUser(ctx) ?? 0));
  return rows.filter(({ view }) => viewLists.some((name) => name === view.list)).map(({ view, owner }) => showView(view, ctx, owner));
}
