import type { ReportRow } from '@/db/queries/reports';
import { formatMinor } from '../domain/money';
import { russianDateTime } from '../i18n/dates';
import type { ReportContext } from './report-context';

/** A report under the names the API uses: money in roubles with two places, days `YYYY-MM-DD`. */
export function reportJson(report: ReportRow, { timeZone }: Pick<ReportContext, 'timeZone'>): string {
  return JSON.stringify({
    id: report.id,
    period: report.period,
    from: report.fromDay,
    to: report.toDay,
    new_orders_count: report.newOrdersCount,
    new_clients_count: report.newClientsCount,
    completed_orders_count: report.completedOrdersCount,
    total_orders_sum: formatMinor(report.totalOrdersMinor),
    avg_order_sum: formatMinor(report.avgOrderMinor),
    date_created: russianDateTime(report.createdAt, timeZone),
  });
}
