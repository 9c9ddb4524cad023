import { z } from 'zod';
import { dayField, idOrNone, line } from '../fields';
import { byOrdersFields } from '../orders/by-orders';
import { calendarPeriods } from '../period';

/** How clients are chosen, by one description for pages, API, downloads and changes of many. */
export const clientFilterFields = {
  search: line(200).optional().meta({ description: 'Every word must be found somewhere in any field' }),
  period: z.enum(calendarPeriods).optional().meta({ description: 'The calendar period in which they were added, unless days are named' }),
  from: dayField.optional().meta({ description: 'First day on which they were added' }),
  to: dayField.optional().meta({ description: 'Last day, included' }),
  has_phone: z.boolean().optional(),
  has_email: z.boolean().optional(),
  has_debt: z.boolean().optional().meta({ description: 'Whether their orders are not paid in full' }),
  has_pending: z.boolean().optional().meta({ description: 'Whether an order of theirs is pending' }),
  author_id: idOrNone.optional().meta({ description: 'The user who added them; 0: none of the users' }),
  ordered_before: dayField.optional().meta({ description: 'Whether they had ordered before this day' }),
  ...byOrdersFields,
  deleted: z.boolean().optional().meta({ description: 'Those in the bin instead' }),
  match: z
    .enum(['all', 'any'])
    .optional()
    .meta({ description: 'Whether all conditions must hold or one is enough; search and deleted always hold' }),
};

const clientFilterSchema = z.object(clientFilterFields);
export type ClientFilter = z.output<typeof clientFilterSchema>;
