import type { ClientRow } from '@/db/queries/clients';
import { type Ctx, unit } from '../context';
import { may } from '../permissions';
import type { ClientInput } from './schema';
import { addClient } from './write-client';

/** Adds a client. Throws `email_taken` with the id of the client who has the e-mail. */
export async function createClient(ctx: Ctx, input: ClientInput): Promise<ClientRow> {
  may(ctx, 'client.write');
  return unit(ctx, (tx) => addClient(tx, ctx, input, 'client.create'));
}
