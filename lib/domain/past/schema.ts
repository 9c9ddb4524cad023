import type { OrderStatus } from '../orders/schema';

export const pastEntities = ['order', 'client'] as const;
export type PastEntity = (typeof pastEntities)[number];

export interface ListPast {
  /** UTC epoch ms. */
  at: number;
  search?: string;
  /** The last record of the page before. */
  before?: number;
  limit: number;
}

export interface ListPastOrders extends ListPast {
  status?: OrderStatus;
  clientId?: number;
}
