import { hrefWith } from '@/components/data-table/list-url';
import type { ControlName, ControlRow } from '@/lib/domain/verify/control-row';

/** Where each sum stands. */
export const placeHref: Record<ControlName, string> = {
  orderTotals: '/orders',
  lineTotals: '/orders',
  paid: '/orders',
  days: '/orders',
  listAll: '/orders',
  listPending: '/orders?status=Pending',
  listCompleted: '/orders?status=Completed',
  listCancelled: '/orders?status=Cancelled',
  listMonth: '/orders?period=month',
  listPaid: '/orders?payment=paid',
  listUnpaid: '/orders?payment=unpaid',
  listOverdue: '/orders?payment=overdue',
  overviewToday: '/?period=today',
  overviewWeek: '/?period=week',
  overviewMonth: '/?period=month',
  overviewDays30: '/?period=days30',
  overviewPending: '/?period=month',
  overviewCompleted: '/?period=month',
  overviewCancelled: '/?period=month',
  overviewChart: '/?period=month',
  overviewWaiting: '/',
  overviewOverdue: '/',
  topClients: '/?period=month',
  topProducts: '/?period=month',
  reportMonth: '/reports?period=month',
  reportMonthBars: '/reports?period=month',
  reportMonthRows: '/reports?period=month',
  reportMonthParts: '/reports?period=month',
  reportLastMonth: '/reports',
  reportLastMonthBars: '/reports',
  reportLastMonthRows: '/reports',
  reportLastMonthParts: '/reports',
  reportYear: '/reports?period=year',
  reportYearBars: '/reports?period=year',
  reportYearRows: '/reports?period=year',
  reportSaved: '/reports',
  exportOrders: '/orders?period=month',
  exportLines: '/orders?period=month',
  clientTotals: '/clients',
  clientDebts: '/clients?sort=-debt',
  productSales: '/products?sort=-sold',
};

/** The record, or the day's orders, that a difference is in. */
export function differingHref(of: NonNullable<ControlRow['differing']>['of'], name: number | string): string {
  return of === 'days' ? hrefWith('/orders', { from: String(name), to: String(name) }) : `/${of}/${name}`;
}
