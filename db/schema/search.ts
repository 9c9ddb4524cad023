import { int, table, text } from '../dialect/columns';
import { clients } from './clients';
import { orders } from './orders';

/**
 * The searched text of a record (`lib/search/normalise.ts`), apart from the record, so that lists and sums read narrow rows.
 * An index over it (migration `search_index`) answers «contains»; triggers keep that in the same transaction.
 */
export const clientTexts = table('client_texts', {
  clientId: int()
    .primaryKey()
    .references(() => clients.id),
  text: text().notNull(),
});

/** Of an order alone: a renamed client does not touch the texts of his orders. */
export const orderTexts = table('order_texts', {
  orderId: int()
    .primaryKey()
    .references(() => orders.id),
  text: text().notNull(),
});
