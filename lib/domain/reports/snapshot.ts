import type { ReportRow } from '@/db/queries/reports';
import type { Snapshot } from '../journal/fields';
import { formatMinor } from '../money';

/** A saved report as the journal keeps it. */
export function reportSnapshot(report: ReportRow): Snapshot {
  return {
    period: report.period,
    from: report.fromDay,
    to: report.toDay,
    new_orders_count: report.newOrdersCount,
    new_clients_count: report.newClientsCount,
    completed_orders_count: report.completedOrdersCount,
    total_orders_sum: formatMinor(report.totalOrdersMinor),
    avg_order_sum: formatMinor(report.avgOrderMinor),
  };
}
