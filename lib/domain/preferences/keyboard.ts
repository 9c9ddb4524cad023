import { readPreference, writePreference } from '@/db/queries/preferences';
import { actingUser, type Ctx } from '../context';
import { DomainError } from '../errors';

const name = 'keyboard';

export interface Keyboard {
  /** Whether single letters press buttons. */
  letters: boolean;
}

/** How the acting user works with the keyboard; letters are on until they are turned off. */
export async function getKeyboard(ctx: Ctx): Promise<Keyboard> {
  const userId = actingUser(ctx);
  if (userId === null) throw new DomainError('unauthorized');
  const json = await ctx.db.read((tx) => readPreference(tx, userId, name));
  return { letters: json === undefined || (JSON.parse(json) as Partial<Keyboard>).letters !== false };
}

/** How somebody works is no data: nothing to take back, and in no journal. Throws `unauthorized`. */
export async function saveKeyboard(ctx: Ctx, { letters }: Keyboard): Promise<Keyboard> {
  const userId = actingUser(ctx);
  if (userId === null) throw new DomainError('unauthorized');
  await ctx.db.transaction((tx) =>
    writePreference(tx, { userId, name, json: JSON.stringify({ letters }), updatedAt: ctx.now().getTime() }),
  );
  return { letters };
}
