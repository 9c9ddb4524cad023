import { z } from 'zod';
import { dayField, idField, line, moneyField } from '../fields';
import { maxTotalMinor } from '../money';
import { calendarPeriods } from '../period';
import { orderStatuses } from './schema';

/** Paid in full, owing something, or owing after the due day; a cancelled order owes nothing. */
export const paymentStates = ['paid', 'unpaid', 'overdue'] as const;

/** How orders are chosen, by one description for pages, API, downloads and changes of many. */
export const orderFilterFields = {
  search: line(200).optional().meta({ description: 'Every word must be found somewhere in any field' }),
  status: z.union([z.enum(orderStatuses), z.array(z.enum(orderStatuses)).max(orderStatuses.length)]).optional(),
  client_id: idField.optional(),
  product_id: idField.optional().meta({ description: 'The product of the catalogue that one of its lines is of' }),
  product: line(255).optional().meta({ description: 'Part of the name of one of its products' }),
  period: z.enum(calendarPeriods).optional().meta({ description: 'The calendar period of today, unless days are named' }),
  from: dayField.optional().meta({ description: 'First day' }),
  to: dayField.optional().meta({ description: 'Last day, included' }),
  sum_from: moneyField(maxTotalMinor).optional(),
  sum_to: moneyField(maxTotalMinor).optional(),
  payment: z.enum(paymentStates).optional(),
  waiting: z.int().min(1).max(3650).optional().meta({ description: 'Pending for at least this many days' }),
  author_id: idField.optional().meta({ description: 'The user who made it' }),
  deleted: z.boolean().optional().meta({ description: 'Those in the bin instead' }),
  match: z
    .enum(['all', 'any'])
    .optional()
    .meta({ description: 'Whether all conditions must hold or one is enough; search and deleted always hold' }),
};

const orderFilterSchema = z.object(orderFilterFields);
export type OrderFilter = z.output<typeof orderFilterSchema>;

/** The statuses a filter names; none means all. */
export function statusesOf({ status }: OrderFilter): readonly string[] {
  return status === undefined ? [] : Array.isArray(status) ? status : [status];
}
