import { z } from 'zod';
import { clientFilterFields } from '../clients/client-filter';
import { dayField, idField, line, lines } from '../fields';
import { orderFilterFields } from '../orders/order-filter';
import { orderStatuses } from '../orders/schema';
import type { Permission } from '../permissions';

/** Records that may be named one by one. */
export const maxSelected = 10_000;

/** Records named one by one; `seen` are their versions as they stood on the screen, in the same order. */
const named = z
  .object({
    ids: z.array(idField).min(1).max(maxSelected),
    seen: z.array(idField).max(maxSelected).optional(),
  })
  .refine(({ ids, seen }) => seen === undefined || seen.length === ids.length, { path: ['seen'], message: 'invalid' });

/** What may be set for many orders at once; left out it stays, null or empty it is cleared. */
export const orderBulkFields = z.object({
  status: z.enum(orderStatuses).optional(),
  due_day: dayField.nullable().optional(),
  description: lines(10_000).optional(),
});

/** What may be set for many clients at once. */
export const clientBulkFields = z.object({
  company: line(200).optional(),
  address: line(300).optional(),
  comment: lines(2000).optional(),
});

const remove = z.object({ type: z.literal('delete'), cascade: z.boolean().optional() });
const restore = z.object({ type: z.literal('restore') });

/** A change of many records: which ones – named, or all that a filter finds – and what is done to each. */
export const bulkTask = z.discriminatedUnion('entity', [
  z.object({
    entity: z.literal('order'),
    selection: z.union([named, z.object({ filter: z.object(orderFilterFields) })]),
    action: z.discriminatedUnion('type', [z.object({ type: z.literal('edit'), fields: orderBulkFields }), remove, restore]),
  }),
  z.object({
    entity: z.literal('client'),
    selection: z.union([named, z.object({ filter: z.object(clientFilterFields) })]),
    action: z.discriminatedUnion('type', [z.object({ type: z.literal('edit'), fields: clientBulkFields }), remove, restore]),
  }),
  z.object({
    entity: z.literal('operation'),
    /** The group whose operations are taken back, last first. */
    selection: z.object({ group: idField }),
    /** Whose value stays where somebody has changed it since. */
    action: z.object({ type: z.literal('undo'), conflicts: z.enum(['undone', 'theirs']) }),
  }),
]);

export type BulkTask = z.output<typeof bulkTask>;

/** What a task needs of whoever starts it, and still needs while it runs. */
export const taskPermissions: Record<BulkTask['entity'], Permission> = {
  order: 'order.write',
  client: 'client.write',
  operation: 'undo.own',
};

/** Why a record was left as it was. */
export interface BulkProblem {
  id: number;
  code: string;
}

/** Problems that are kept; further ones are only counted. */
export const maxProblems = 100;
