import { hrefWith } from '@/components/data-table/list-url';
import { type OverviewPeriod, overviewPeriods } from '@/lib/domain/overview/periods';
import type { RankedProduct } from '@/lib/domain/overview/rankings';
import type { DayRange } from '@/lib/domain/period';
import type { FilterParams } from '@/lib/entry/filter-params';

/** The period an address names; the month otherwise. */
export function overviewPeriodOf(text: string | undefined): OverviewPeriod {
  return overviewPeriods.find((period) => period === text) ?? 'month';
}

export function overviewHref(period: OverviewPeriod): string {
  return hrefWith('/', { period });
}

/** The report of a period. */
export function reportOf(period: OverviewPeriod): string {
  return hrefWith('/reports', { period: period === 'days30' ? 'last_30' : period });
}

/** The orders of some days, narrowed further. */
export function ordersOf({ from, to }: DayRange, narrowed: FilterParams = {}): string {
  return hrefWith('/orders', { from, to, ...narrowed });
}

/** The clients added in some days. */
export function clientsOf({ from, to }: DayRange, narrowed: FilterParams = {}): string {
  return hrefWith('/clients', { from, to, sort: '-created_at', ...narrowed });
}

/** The orders of some days in which a product stands. */
export function productOrders(days: DayRange, { productId, name }: Pick<RankedProduct, 'productId' | 'name'>): string {
  return ordersOf(days, productId === null ? { product: name } : { product_id: String(productId) });
}
