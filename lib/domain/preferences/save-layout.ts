import { readPreference, writePreference } from '@/db/queries/preferences';
import { actingUser, type Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';
import { validate } from '../validate';
import { type LayoutChange, type ListLayout, type ListName, listLayout, readLayout } from './schema';

/**
 * Sets up a list for the acting user alone. It is how somebody looks at the data, not data: nothing to take back, nobody
 * else's affair, and so in no journal. Throws `validation`.
 */
export async function saveLayout<L extends ListName>(ctx: Ctx, list: L, change: LayoutChange): Promise<ListLayout<L>> {
  may(ctx, 'view.own');
  const userId = actingUser(ctx);
  if (userId === null) throw new DomainError('unauthorized');
  const name = `list.${list}`;
  return ctx.db.transaction(async (tx) => {
    const before = readLayout(list, await readPreference(tx, userId, name));
    const layout = validate(listLayout, { ...before, ...change });
    const json = JSON.stringify(layout);
    await writePreference(tx, { userId, name, json, updatedAt: ctx.now().getTime() });
    return readLayout(list, json);
  });
}
