import { z } from 'zod';
import { policies } from '@/lib/domain/connections/schema';

/** Whole minutes, also as text; 0 is never. */
const minutes = z
  .union([
    z.number(),
    z
      .string()
      .trim()
      .regex(/^\d{1,4}$/, 'whole_number'),
  ])
  .transform(Number)
  .pipe(z.int().min(0).max(1440));

/** What every two-way connection is set up by, beside its own address. */
export const syncSettings = {
  policy: z.enum(policies).default('newest'),
  direction: z.enum(['both', 'in', 'out']).default('both'),
  /** Minutes between two looks at the other side. */
  every: minutes.default(5),
  /** Set on a page of its own; what a form leaves out stays. */
  mapping: z.record(z.string(), z.record(z.string(), z.string())).optional(),
};

/** Their fields in a form; the mapping has a page of its own. */
export const syncForm = ['policy', 'direction', 'every'] as const;

const all = z.object(syncSettings);

/** The same, read. */
export type SyncSettings = z.output<typeof all>;
