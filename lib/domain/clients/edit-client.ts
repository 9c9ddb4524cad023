import type { ClientRow } from '@/db/queries/clients';
import { type Ctx, unit } from '../context';
import { may } from '../permissions';
import { refuseStale } from '../stale';
import { loadClient } from './load-client';
import type { ClientInput } from './schema';
import { applyClientInput, saveClient } from './write-client';

export interface EditClient {
  id: number;
  input: ClientInput;
  expectedVersion?: number;
}

/** Changes the client a number leads to; fields left out stay. Throws `not_found`, `stale_version`, `email_taken`. */
export async function editClient(ctx: Ctx, { id, input, expectedVersion }: EditClient): Promise<ClientRow> {
  may(ctx, 'client.write');
  return unit(ctx, async (tx) => {
    const before = await loadClient(tx, id);
    refuseStale(before, expectedVersion);
    return saveClient(tx, ctx, before, applyClientInput(before, input), 'client.edit');
  });
}
