import { z } from 'zod';
import { type OrderStatus, orderStatuses } from '@/lib/domain/orders/schema';

const flag = z.union([z.boolean(), z.enum(['', 'no', 'off', 'false', 'yes', 'on', 'true'])]).transform((value) => {
  return typeof value === 'boolean' ? value : ['yes', 'on', 'true'].includes(value);
});

const statusTable = z.record(z.string().max(100), z.enum(orderStatuses));

/** As an object, or as its JSON text in a form; empty is an empty table. */
const statuses = z.union([
  statusTable,
  z.string().transform((text, ctx): Record<string, OrderStatus> => {
    if (text.trim() === '') return {};
    try {
      return statusTable.parse(JSON.parse(text));
    } catch {
      ctx.addIssue({ code: 'custom', message: 'statuses' });
      return z.NEVER;
    }
  }),
]);

/** The part of a 1C connection's settings that decides how its documents are taken over; the door adds its own fields. */
export const rulesOf1c = z.object({
  /** What 1C's statuses are here: an id, a code or a text of theirs to one of ours. */
  statuses: statuses.default({}),
  /** What 1C puts before our numbers (`ИМ-`). */
  number_prefix: z.string().trim().max(20).default(''),
  /** Whether orders and clients that were made in 1C are taken over. */
  accept_new: flag.default(false),
  /** Whether a completed or cancelled order may be opened or changed again from 1C. */
  reopen_final: flag.default(false),
  /** Whose lines and status count when both sides changed them. */
  policy: z.enum(['ours', 'theirs', 'ask']).default('ask'),
});

export type RulesOf1c = z.output<typeof rulesOf1c>;
