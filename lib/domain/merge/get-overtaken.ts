import type { Tx } from '@/db/engines/engine';
import { findUser } from '@/db/queries/users';
import { loadClientItself } from '../clients/load-client';
import { clientSnapshot } from '../clients/snapshot';
import type { Ctx } from '../context';
import type { Snapshot } from '../journal/fields';
import { loadOrder } from '../orders/load-order';
import { orderSnapshot } from '../orders/snapshot';
import { may } from '../permissions';
import { sinceVersion } from './earlier';
import type { TwoVersions } from './merge-record';

/** What has become of a record while somebody had a form of an older version open. */
export interface Overtaken extends TwoVersions {
  version: number;
  /** Who saved last; empty when that is not known. */
  who: string;
  /** How Russian sentences about him end. */
  gender: string;
  /** UTC epoch ms; null when that is not known. */
  at: number | null;
}

async function present(tx: Tx, entity: 'client' | 'order', id: number): Promise<{ version: number; now: Snapshot }> {
  if (entity === 'client') {
    const client = await loadClientItself(tx, id);
    return { version: client.version, now: clientSnapshot(client) };
  }
  const full = await loadOrder(tx, id);
  return { version: full.order.version, now: orderSnapshot(full) };
}

/** A live record as it was in a version and as it is, and who saved it last. Throws `not_found`. */
export async function getOvertaken(
  ctx: Ctx,
  { entity, id, version }: { entity: 'client' | 'order'; id: number; version: number },
): Promise<Overtaken> {
  may(ctx, `${entity}.write`);
  return ctx.db.read(async (tx) => {
    const record = await present(tx, entity, id);
    const { base, last } = await sinceVersion(tx, entity, { id, ...record }, version);
    const user = last?.actorId ? await findUser(tx, last.actorId) : undefined;
    return {
      ...record,
      base,
      who: last?.actorName ?? '',
      gender: user?.gender ?? 'm',
      at: last?.at ?? null,
    };
  });
}
