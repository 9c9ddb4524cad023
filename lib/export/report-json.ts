import type { ReportRow } from '@/db/queries/reports';
import { reportSnapshot } from '../domain/reports/snapshot';
import { russianDateTime } from '../i18n/dates';
import type { ReportContext } from './report-context';

/** A report under the names the API uses: money in roubles with two places, days `YYYY-MM-DD`. */
export function reportJson(report: ReportRow, { timeZone }: Pick<ReportContext, 'timeZone'>): string {
  return JSON.stringify({
    id: report.id,
    ...reportSnapshot(report),
    date_created: russianDateTime(report.createdAt, timeZone),
  });
}
