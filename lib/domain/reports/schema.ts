import { z } from 'zod';
import { dayField } from '../fields';

export const periodNames = ['week', 'month', 'year'] as const;

/** A period by name (ending today) or by its first and last day. */
export const reportInput = z
  .object({ period: z.enum(periodNames).optional(), from: dayField.optional(), to: dayField.optional() })
  .superRefine(({ period, from, to }, ctx) => {
    if (period) return;
    if (!from && !to) ctx.addIssue({ code: 'custom', path: ['period'], message: 'required' });
    else if (!from || !to) ctx.addIssue({ code: 'custom', path: [from ? 'to' : 'from'], message: 'required' });
    else if (from > to) ctx.addIssue({ code: 'custom', path: ['to'], message: 'period_order' });
  });

export type ReportInput = z.output<typeof reportInput>;

/** A place in the list of later changes: when, and the change's number. */
export const laterPlacePattern = /^(\d{1,15})-(\d{1,15})$/;

/** Which period's later changes, from which place on. */
export const laterQuery = z
  .object({
    from: dayField.meta({ description: 'First day' }),
    to: dayField.meta({ description: 'Last day, included' }),
    who: z.string().max(255).optional().meta({ description: 'Only changes by this user id, or by the program of this name' }),
    after: z.string().regex(laterPlacePattern, 'cursor').optional().meta({ description: 'The `next` of the page before' }),
    limit: z.int().min(1).max(200).default(50),
  })
  .superRefine(({ from, to }, ctx) => {
    if (from > to) ctx.addIssue({ code: 'custom', path: ['to'], message: 'period_order' });
  });

/** A place out of its text; undefined for what is none. */
export function laterPlace(text: string | undefined): { at: number; changeId: number } | undefined {
  const [, at, changeId] = laterPlacePattern.exec(text ?? '') ?? [];
  return at && changeId ? { at: Number(at), changeId: Number(changeId) } : undefined;
}

export function laterPlaceText({ at, changeId }: { at: number; changeId: number }): string {
  return `${at}-${changeId}`;
}
