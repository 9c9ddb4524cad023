import { confirmOrder, skipUntoldBin, waitingOrders } from '@/db/queries/waiting-orders';
import { noteSentOrders } from '@/lib/domain/exchange/write-links';
import { getSettings } from '@/lib/domain/settings/get-settings';
import { writeOrders } from '../commerceml/write-orders';
import { loadForSending } from '../load-for-sending';
import { sentStatuses, versionFor } from '../settings';
import { bookkeep } from './bookkeep';
import { queueEarlier } from './queue-earlier';
import { changed } from './session';
import type { Reply, Step } from './visit';

/** Orders of one answer; the rest comes with the next one. */
const batch = 500;

/** `YYYY-MM-DDThh:mm:ss` in a zone. */
function momentIn(timeZone: string, at: Date): string {
  return at.toLocaleString('sv-SE', { timeZone }).replace(' ', 'T');
}

/** `query`: the orders that wait, the longest waiting first. They wait until `success`: whoever asks again gets them again. */
export async function sendOrders(step: Step): Promise<Reply> {
  const { db, connection, settings, session } = step;
  await queueEarlier(step);
  await bookkeep(db, (tx) => skipUntoldBin(tx, connection.id, step.now().getTime()));
  const ids = await db.read((tx) => waitingOrders(tx, connection.id, { statuses: sentStatuses(settings), limit: batch }));
  const orders = await loadForSending(db, connection, ids);
  const { timeZone } = await getSettings(db);
  const schemaVersion = versionFor(settings, session.state.version || undefined);
  const xml = writeOrders(
    orders.map(({ document }) => document),
    { schemaVersion, encoding: settings.encoding, made: momentIn(timeZone, step.now()) },
  );
  const count = orders.length;
  return {
    answer: xml,
    brief: `CommerceML ${schemaVersion}: ${orders.map(({ document }) => document.number).join(', ')}`,
    note: count > 0 ? { code: 'onec_took_orders', values: { count } } : { code: 'onec_nothing_new' },
    session: changed(session, { sent: orders.map(({ orderId, version, sha256 }) => ({ orderId, version, sha256 })) }),
  };
}

/** `success`: 1C has what the last `query` gave. Exactly those versions are told; what changed since then waits on. */
export async function confirmOrders(step: Step): Promise<Reply> {
  const { connection, session } = step;
  const { sent } = session.state;
  const at = step.now().getTime();
  return {
    answer: ['success'],
    note: sent.length > 0 ? { code: 'onec_confirmed', values: { count: sent.length } } : { code: 'onec_nothing_to_confirm' },
    session: changed(session, { sent: [] }),
    commit: async (tx) => {
      for (const mark of sent) await confirmOrder(tx, connection.id, mark, at);
      await noteSentOrders(tx, connection.id, sent, at);
    },
  };
}
