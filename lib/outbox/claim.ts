import type { Engine, Tx } from '@/db/engines/engine';
import { type ConnectionRow, findAnyConnection, findConnectionState, lockConnectionState } from '@/db/queries/connections';
import {
  countRunning,
  type DeliveryRow,
  hasExpired,
  type Lease,
  mergeEarlier,
  newestAlike,
  nextDelivery,
  recoverDeliveries,
  takeDelivery,
} from '@/db/queries/deliveries';
import { isProbe } from './breaker';

/** Deliveries of one connection that are under way at a time: the order in which it is told. */
const atATime = 1;

interface ClaimFrom {
  connectionId: number;
  /** Older waiting deliveries of a record are told by the newest. */
  merges: boolean;
  lease: Lease;
  at: number;
}

export interface Claimed {
  /** As it is by now. */
  connection: ConnectionRow;
  delivery: DeliveryRow;
}

/** Which delivery is next; undefined when the connection waits, or is busy. */
async function choose(tx: Tx, connectionId: number, at: number): Promise<Claimed | undefined> {
  const connection = await findAnyConnection(tx, connectionId);
  const state = await findConnectionState(tx, connectionId);
  if (connection?.state !== 'active' || connection.deletedAt !== null) return undefined;
  if (!state || (state.waitUntil !== null && state.waitUntil > at)) return undefined;
  if ((await countRunning(tx, connectionId)) >= atATime) return undefined;
  // A probe that failed goes to the end, so that one bad record does not keep a circuit open.
  const delivery = await nextDelivery(tx, { connectionId, at, by: isProbe(state.failures) ? 'runAt' : 'id' });
  return delivery && { connection, delivery };
}

/** Whether a claim would find something, as far as a reader can tell. */
export function seesWork(db: Engine, connectionId: number, at: number): Promise<boolean> {
  return db.read(async (tx) => (await hasExpired(tx, connectionId, at)) || (await choose(tx, connectionId, at)) !== undefined);
}

/**
 * Takes the next delivery of a connection, so that it is nobody else's until the lease ends. Claims of one connection come one
 * after another in all processes: by the lock of its state, and the row is taken only if it still waits.
 */
export function claimFrom(db: Engine, { connectionId, merges, lease, at }: ClaimFrom): Promise<Claimed | undefined> {
  return db.transaction(
    async (tx) => {
      await lockConnectionState(tx, connectionId);
      await recoverDeliveries(tx, connectionId, at);
      const next = await choose(tx, connectionId, at);
      if (!next) return undefined;
      const { connection } = next;
      const delivery = await takeDelivery(tx, (merges ? await newestAlike(tx, next.delivery) : next.delivery).id, lease);
      if (delivery && merges) await mergeEarlier(tx, delivery, at);
      return delivery && { connection, delivery };
    },
    { isolation: 'read committed' },
  );
}
