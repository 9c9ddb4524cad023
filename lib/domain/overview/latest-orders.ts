import type { Tx } from '@/db/engines/engine';
import type { ClientRow } from '@/db/queries/clients';
import { listOrderRows } from '@/db/queries/order-lists';
import type { OrderRow } from '@/db/queries/orders';
import type { DayRange } from '../period';

export interface LatestOrder {
  order: OrderRow;
  client: ClientRow;
}

const shown = 6;

/** Step: the newest orders of some days with whose they are. */
export async function latestOrders(tx: Tx, days: DayRange): Promise<LatestOrder[]> {
  const rows = await listOrderRows(tx, { words: [], today: days.to, ...days, sort: 'created_at', descending: true, limit: shown });
  return rows.flatMap(({ order, client }) => (client ? [{ order, client }] : []));
}
