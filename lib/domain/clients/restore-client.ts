import { type ClientRow, findClient } from '@/db/queries/clients';
import { type Ctx, unit } from '../context';
import { DomainError } from '../errors';
import { recordChange } from '../journal/record-change';
import { may } from '../permissions';
import { moveClient } from './write-client';

/** Takes a client out of the bin. Throws `not_found` when it is not there, `email_taken` when somebody has the e-mail by now. */
export async function restoreClient(ctx: Ctx, id: number): Promise<ClientRow> {
  may(ctx, 'client.write');
  return unit(ctx, async (tx) => {
    const before = await findClient(tx, id);
    if (!before || before.deletedAt === null) throw new DomainError('not_found');
    const change = await moveClient(tx, ctx, before, 'restore');
    await recordChange(tx, ctx, 'client.restore', [change]);
    return { ...before, deletedAt: null, version: change.versionAfter };
  });
}
