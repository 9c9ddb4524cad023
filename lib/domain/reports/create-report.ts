import { insertReport, type ReportRow } from '@/db/queries/reports';
import { readSettings } from '@/db/queries/settings';
import { actingUser, type Ctx, unit } from '../context';
import { diffSnapshots } from '../journal/fields';
import { recordChange } from '../journal/record-change';
import { type DayRange, dayInZone, lastPeriod } from '../period';
import { may } from '../permissions';
import { reportFigures } from './figures';
import type { ReportInput } from './schema';
import { reportSnapshot } from './snapshot';

function rangeOf({ period, from = '', to = '' }: ReportInput, today: string): DayRange {
  return period ? lastPeriod(period, today) : { from, to };
}

/** Saves the figures of a period as they are now. */
export async function createReport(ctx: Ctx, input: ReportInput): Promise<ReportRow> {
  may(ctx, 'report.write');
  return unit(ctx, async (tx) => {
    const { timeZone } = await readSettings(tx);
    const at = ctx.now().getTime();
    const range = rangeOf(input, dayInZone(at, timeZone));
    const report = await insertReport(tx, {
      version: 1,
      period: input.period ?? 'custom',
      fromDay: range.from,
      toDay: range.to,
      ...(await reportFigures(tx, range)),
      createdAt: at,
      createdBy: actingUser(ctx),
      deletedAt: null,
    });
    const change = { entity: 'report', entityId: report.id, action: 'create', versionBefore: null, versionAfter: 1 } as const;
    await recordChange(tx, ctx, 'report.create', [{ ...change, fields: diffSnapshots(null, reportSnapshot(report)) }]);
    return report;
  });
}
