import { readPreference } from '@/db/queries/preferences';
import { actingUser, type Ctx } from '../context';
import { may } from '../permissions';
import { type ListLayout, type ListName, readLayout } from './schema';

/** How the acting user has set a list up; nobody sees another's. */
export async function getLayout<L extends ListName>(ctx: Ctx, list: L): Promise<ListLayout<L>> {
  may(ctx, 'view.own');
  const userId = actingUser(ctx);
  const json = userId === null ? undefined : await ctx.db.read((tx) => readPreference(tx, userId, `list.${list}`));
  return readLayout(list, json);
}
