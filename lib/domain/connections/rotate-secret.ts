import { type Ctx, unit } from '../context';
import { may } from '../permissions';
import { readySecrets, rotated, type SecretInput, type StoredSecrets } from './secrets';
import { type ConnectionView, viewOf } from './view';
import { loadConnection, saveConnection } from './write-connection';

/**
 * Another secret in the place of one. A made one is returned, to be shown once, and the one before stays good for 24 hours as
 * `previous`; given ones and passwords count at once. Throws `not_found`, `validation`.
 */
export async function rotateSecret(
  ctx: Ctx,
  { id, secret }: { id: number; secret: SecretInput },
): Promise<{ connection: ConnectionView; made: string | undefined }> {
  may(ctx, 'connection.manage');
  const { stored, made } = await readySecrets([secret]);
  return unit(ctx, async (tx) => {
    const before = await loadConnection(tx, id);
    const old = JSON.parse(before.secrets) as StoredSecrets;
    const fresh = stored(before.uid);
    const secrets = secret.origin === 'made' ? rotated(old, before.uid, secret.name, fresh, ctx.now()) : { ...old, ...fresh };
    const after = { ...before, secrets: JSON.stringify(secrets) };
    return { connection: viewOf(await saveConnection(tx, ctx, before, after, 'connection.secret')), made: made[secret.name] };
  });
}
