import { findReport, markReportDeleted } from '@/db/queries/reports';
import { type Ctx, unit } from '../context';
import { DomainError } from '../errors';
import { diffSnapshots } from '../journal/fields';
import { recordChange } from '../journal/record-change';
import { may } from '../permissions';
import { reportSnapshot } from './snapshot';

/** Removes a saved report; its figures stay in the history. Throws `not_found`. */
export async function deleteReport(ctx: Ctx, id: number): Promise<{ id: number }> {
  may(ctx, 'report.write');
  return unit(ctx, async (tx) => {
    const report = await findReport(tx, id);
    if (!report) throw new DomainError('not_found');
    await markReportDeleted(tx, report, ctx.now().getTime());
    const change = {
      entity: 'report',
      entityId: id,
      action: 'delete',
      versionBefore: report.version,
      versionAfter: report.version + 1,
    } as const;
    await recordChange(tx, ctx, 'report.delete', [{ ...change, fields: diffSnapshots(reportSnapshot(report), null) }]);
    return { id };
  });
}
