import type { z } from 'zod';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { validate } from '../validate';
import { type SavedView, showView, viewChange } from './schema';
import { changeView } from './write-view';

/** Changes a view's name, address, columns or whose it is; what is left out stays. Throws `validation`, `not_found`, `forbidden`. */
export async function editView(ctx: Ctx, id: number, input: z.input<typeof viewChange>): Promise<SavedView> {
  may(ctx, 'view.own');
  const { columns, team, ...change } = validate(viewChange, input);
  const view = await changeView(id, ctx, {
    ...change,
    ...(columns === undefined || !('columns' in input) ? {} : { columns: columns && JSON.stringify(columns) }),
    ...(team === undefined || !('team' in input) ? {} : { team: team ? 1 : 0 }),
  });
  return showView(view, ctx);
}
