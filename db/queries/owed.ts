import { sql } from 'drizzle-orm';
import { orders } from '../schema/orders';

/** Whether something is owed for an order: for a cancelled one nothing is. */
export const isOwing = sql`(${orders.status} <> 'Cancelled' and ${orders.paidMinor} < ${orders.totalMinor})`;

/** What is owed for orders together, kopecks; null for none. What one is overpaid does not pay another one. */
export const owedMinor = sql`sum(case when ${isOwing} then ${orders.totalMinor} - ${orders.paidMinor} end)`;
