import type { Ctx } from '@/lib/domain/context';
import { listOrderPage } from '@/lib/domain/orders/list-orders';
import type { OrderFilter } from '@/lib/domain/orders/order-filter';
import { addDays, type DayRange } from '@/lib/domain/period';

/** The day of the last order before some days, or else of the first one after; of those that meet the filter. */
export async function nearestDay(ctx: Ctx, filter: OrderFilter, { from, to }: DayRange): Promise<string | undefined> {
  const one = async (days: Partial<DayRange>, descending: boolean) => {
    const { rows } = await listOrderPage(ctx, { ...filter, ...days }, { sort: 'created_at', descending, limit: 1 });
    return rows[0]?.order.businessDay;
  };
  return (await one({ to: addDays(from, -1) }, true)) ?? (await one({ from: addDays(to, 1) }, false));
}
