import { z } from 'zod';
import { maxSelected } from '../bulk/schema';
import { clientFilterFields } from '../clients/client-filter';
import { clientListSorts } from '../clients/schema';
import { dayField, idField } from '../fields';
import { historyEntities, historySources } from '../history/schema';
import type { SortedBy } from '../list-page';
import { orderFilterFields } from '../orders/order-filter';
import { orderListSorts } from '../orders/schema';
import { productFilterFields } from '../products/product-filter';
import { productListSorts } from '../products/schema';

export const exportEntities = ['orders', 'order-lines', 'clients', 'products', 'history', 'journal'] as const;
export type ExportEntity = (typeof exportEntities)[number];

/** How entries of the history are chosen, as its page does it. */
const historyFilterFields = {
  who: idField.optional().meta({ description: 'The user who did it' }),
  source: z.enum(historySources).optional(),
  entity: z.enum(historyEntities).optional(),
  field: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional()
    .meta({ description: 'A field that was changed' }),
  from: dayField.optional().meta({ description: 'First day' }),
  to: dayField.optional().meta({ description: 'Last day, included' }),
  group: idField.optional().meta({ description: 'The first operation of a group' }),
};
const historyFilter = z.object(historyFilterFields);
export type HistoryFilter = z.output<typeof historyFilter>;

/** What was deleted was not sold. */
const { deleted: _deleted, ...soldOrderFields } = orderFilterFields;

const byTime = { sort: 'created_at', descending: true } as const;
const byName = { sort: 'name', descending: false } as const;

/** What each export is chosen and sorted by: the fields and sortings of its list. */
export const exportLists = {
  orders: { fields: orderFilterFields, sorts: orderListSorts, own: byTime },
  'order-lines': { fields: orderFilterFields, sorts: orderListSorts, own: byTime },
  clients: { fields: clientFilterFields, sorts: clientListSorts, own: byName },
  products: { fields: productFilterFields, sorts: productListSorts, own: byName },
  journal: { fields: soldOrderFields, sorts: orderListSorts, own: { sort: 'created_at', descending: false } },
  history: { fields: historyFilterFields, sorts: ['at'], own: { sort: 'at', descending: true } },
} as const;

/** What is exported: all that a filter finds, or only the records that are named; of the bin where the filter says so. */
export interface ExportWish<F, S extends string> {
  filter: F;
  sorting: SortedBy<S>;
  ids?: readonly number[];
}

/** Records that may be named one by one. */
export const exportIds = z.array(idField).min(1).max(maxSelected);
