import { randomUUID } from 'node:crypto';
import { findConnectionState, updateConnectionState } from '@/db/queries/connections';
import { insertDeliveries } from '@/db/queries/deliveries';
import { untoldOrders } from '@/db/queries/waiting-orders';
import { bookkeep } from './bookkeep';
import type { Visit } from './visit';

/** Orders queued in one transaction. */
const slice = 500;

/** How far the orders of before the connection are queued; among the cursors of the connection. */
interface Earlier {
  from: string;
  /** The last order looked at; null once all are. */
  after: number | null;
}

type Cursors = Record<string, unknown> & { earlier?: Earlier };

/** One slice; whether there is more. */
function queueSlice({ db, connection, settings, now }: Visit): Promise<boolean> {
  const from = settings.export_from;
  return bookkeep(db, async (tx) => {
    const cursors = JSON.parse((await findConnectionState(tx, connection.id))?.cursors ?? '{}') as Cursors;
    const known = cursors.earlier?.from === from ? cursors.earlier : { from, after: 0 };
    if (known.after === null) return false;
    const found = await untoldOrders(tx, connection.id, { from, after: known.after, limit: slice });
    const at = now().getTime();
    await insertDeliveries(
      tx,
      found.map(({ id, version }) => ({
        uid: randomUUID(),
        connectionId: connection.id,
        topic: 'order.created',
        entity: 'order',
        entityId: id,
        version,
        state: 'queued',
        attempts: 0,
        runAt: at,
        createdAt: at,
      })),
    );
    const after = found.length < slice ? null : (found.at(-1)?.id ?? null);
    await updateConnectionState(tx, connection.id, { cursors: JSON.stringify({ ...cursors, earlier: { from, after } }) });
    return after !== null;
  });
}

/** Queues, once for each day that was chosen, the orders since that day that 1C does not know of. */
export async function queueEarlier(visit: Visit): Promise<void> {
  if (visit.settings.export_from === '') return;
  while (await queueSlice(visit)) await new Promise((done) => setImmediate(done));
}
