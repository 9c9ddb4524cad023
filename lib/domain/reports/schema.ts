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
