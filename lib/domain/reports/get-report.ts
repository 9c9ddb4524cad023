import { findReport, listReportRows, type ReportRow } from '@/db/queries/reports';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';

/** A saved report, or `not_found`. */
export async function getReport(ctx: Ctx, id: number): Promise<ReportRow> {
  may(ctx, 'report.read');
  return ctx.db.read(async (tx) => {
    const report = await findReport(tx, id);
    if (!report) throw new DomainError('not_found');
    return report;
  });
}

/** All saved reports, newest first. */
export async function listReports(ctx: Ctx): Promise<ReportRow[]> {
  may(ctx, 'report.read');
  return ctx.db.read(listReportRows);
}
