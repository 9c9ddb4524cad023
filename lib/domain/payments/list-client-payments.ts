import { paymentsOfClient } from '@/db/queries/order-cards';
import type { PaymentRow } from '@/db/queries/orders';
import type { Ctx } from '../context';
import { may } from '../permissions';

/** Money received for the live orders of a client, latest first. */
export async function listClientPayments(ctx: Ctx, clientId: number, limit: number): Promise<PaymentRow[]> {
  may(ctx, 'order.read');
  const rows = await ctx.db.read((tx) => paymentsOfClient(tx, clientId, limit));
  return rows.map(({ payment }) => payment);
}
