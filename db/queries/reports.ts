import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { reports } from '../schema/reports';
import { only } from './only';

export type ReportRow = typeof reports.$inferSelect;

export async function insertReport(tx: Tx, row: Omit<ReportRow, 'id'>): Promise<ReportRow> {
  return only(await tx.insert(reports).values(row).returning());
}

export async function findReport(tx: Tx, id: number): Promise<ReportRow | undefined> {
  return (
    await tx
      .select()
      .from(reports)
      .where(and(eq(reports.id, id), isNull(reports.deletedAt)))
  )[0];
}

/** Newest first. */
export function listReportRows(tx: Tx): Promise<ReportRow[]> {
  return tx.select().from(reports).where(isNull(reports.deletedAt)).orderBy(desc(reports.createdAt), desc(reports.id));
}

/** A saved report, also a deleted one. */
export async function findAnyReport(tx: Tx, id: number): Promise<ReportRow | undefined> {
  return (await tx.select().from(reports).where(eq(reports.id, id)))[0];
}

/** Removes a report (UTC epoch ms), or brings it back with null. */
export async function markReportDeleted(tx: Tx, report: ReportRow, deletedAt: number | null): Promise<void> {
  await tx
    .update(reports)
    .set({ deletedAt, version: report.version + 1 })
    .where(eq(reports.id, report.id));
}
