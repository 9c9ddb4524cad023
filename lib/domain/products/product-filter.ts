import { z } from 'zod';
import { line } from '../fields';
import { byOrdersFields } from '../orders/by-orders';

/** How products are chosen, by one description for pages and API. */
export const productFilterFields = {
  search: line(200).optional().meta({ description: 'Every word must be found in a name it goes or went by, or in the article' }),
  without_price: z.boolean().optional(),
  unsold: z.boolean().optional().meta({ description: 'Without a sale in the last 90 days' }),
  ...byOrdersFields,
  deleted: z.boolean().optional().meta({ description: 'Those in the bin instead' }),
  match: z
    .enum(['all', 'any'])
    .optional()
    .meta({ description: 'Whether all conditions must hold or one is enough; search and deleted always hold' }),
};

const productFilterSchema = z.object(productFilterFields);
export type ProductFilter = z.output<typeof productFilterSchema>;
