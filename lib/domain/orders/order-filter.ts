import { z } from 'zod';
import { dayField, idField, idOrNone, line, moneyField } from '../fields';
import { maxTotalMinor } from '../money';
import { calendarPeriods } from '../period';
import { abcClasses } from '../reports/abc';
import { orderStatuses } from './schema';

/** Paid in full, owing something, or owing after the due day; a cancelled order owes nothing. */
export const paymentStates = ['paid', 'unpaid', 'overdue'] as const;

const statusField = z.union([z.enum(orderStatuses), z.array(z.enum(orderStatuses)).max(orderStatuses.length)]).optional();

/** How orders are chosen, by one description for pages, API, downloads and changes of many. */
export const orderFilterFields = {
  search: line(200).optional().meta({ description: 'Every word must be found somewhere in any field' }),
  status: statusField,
  client_id: idField.optional(),
  product_id: idOrNone.optional().meta({ description: 'The product of the catalogue that one of its lines is of; 0: a line of none' }),
  with_product_id: idOrNone.optional().meta({ description: 'A product that another of its lines is of' }),
  product: line(255).optional().meta({ description: 'Part of the name of one of its products' }),
  period: z.enum(calendarPeriods).optional().meta({ description: 'The calendar period of today, unless days are named' }),
  from: dayField.optional().meta({ description: 'First day' }),
  to: dayField.optional().meta({ description: 'Last day, included' }),
  sum_from: moneyField(maxTotalMinor).optional(),
  sum_to: moneyField(maxTotalMinor).optional(),
  payment: z.enum(paymentStates).optional(),
  waiting: z.int().min(1).max(3650).optional().meta({ description: 'Pending for at least this many days' }),
  author_id: idOrNone.optional().meta({ description: 'The user who made it; 0: none of the users' }),
  weekday: z.int().min(1).max(7).optional().meta({ description: 'Of its day, Monday is 1' }),
  hour: z.int().min(0).max(23).optional().meta({ description: 'In which it was made, by the clock of the organisation' }),
  client_class: z.enum(abcClasses).optional().meta({ description: 'ABC class of its client among the clients of the orders found so' }),
  product_class: z.enum(abcClasses).optional().meta({ description: 'ABC class of one of its products among the products of these orders' }),
  class_status: statusField.meta({ description: 'Status of the orders that classes are made of, where it is not that of the filter' }),
  deleted: z.boolean().optional().meta({ description: 'Those in the bin instead' }),
  match: z
    .enum(['all', 'any'])
    .optional()
    .meta({ description: 'Whether all conditions must hold or one is enough; search, classes and deleted always hold' }),
};

const orderFilterSchema = z.object(orderFilterFields);
export type OrderFilter = z.output<typeof orderFilterSchema>;

/** The statuses a filter names; none means all. */
export function statusesOf({ status }: Pick<OrderFilter, 'status'>): readonly string[] {
  return status === undefined ? [] : Array.isArray(status) ? status : [status];
}
