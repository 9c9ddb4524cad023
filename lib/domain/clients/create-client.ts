import type { ClientRow } from '@/db/queries/clients';
import { readSettings } from '@/db/queries/settings';
import { actingUser, unit, type Ctx } from '../context';
import { dayInZone } from '../period';
import { may } from '../permissions';
import type { ClientInput } from './schema';
import { addClient, applyClientInput, clientDerived, emptyClient } from './write-client';

/** Adds a client. Throws `email_taken` with the id of the client who has the e-mail. */
export function createClient(ctx: Ctx, input: ClientInput): Promise<ClientRow> {
  may(ctx, 'client.write');
  return unit(ctx, async (tx) => {
    const { timeZone } = await readSettings(tx);
    const values = applyClientInput(emptyClient, input);
    const at = ctx.now().getTime();
    return addClient(
      tx,
      ctx,
      {
        ...values,
        ...clientDerived(values),
        version: 1,
        createdAt: at,
        createdDay: dayInZone(at, timeZone),
        createdBy: actingUser(ctx),
        updatedAt: at,
        deletedAt: null,
      },
      'client.create',
    );
  });
}
