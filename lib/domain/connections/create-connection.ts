import { type Ctx, unit } from '../context';
import type { Json } from '../journal/fields';
import { may } from '../permissions';
import type { ConnectionKind, Topic } from './schema';
import { readySecrets, type SecretInput } from './secrets';
import { type ConnectionView, viewOf } from './view';
import { addConnection } from './write-connection';

export interface CreateConnection {
  kind: ConnectionKind;
  name: string;
  /** What it is told of; nothing when left out. */
  topics?: readonly Topic[];
  /** By the provider's own schema; nothing secret. */
  settings: Record<string, Json>;
  secrets: readonly SecretInput[];
}

/** A new connection. `made` holds the secrets made for it: they are not shown again. Throws `validation` for a missing secret. */
export async function createConnection(
  ctx: Ctx,
  { kind, name, topics = [], settings, secrets }: CreateConnection,
): Promise<{ connection: ConnectionView; made: Record<string, string> }> {
  may(ctx, 'connection.manage');
  const { stored, made } = await readySecrets(secrets);
  return unit(ctx, async (tx) => {
    const row = await addConnection(tx, ctx, { kind, name, topics, settings, secrets: stored });
    return { connection: viewOf(row), made };
  });
}
