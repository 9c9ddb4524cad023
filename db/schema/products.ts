import { sql } from 'drizzle-orm';
import { check, id, index, instant, int, money, table, text } from '../dialect/columns';

/** The catalogue. It grows from the lines of orders, which copy name and price and never change with it. */
export const products = table(
  'products',
  {
    id: id(),
    version: int().notNull(),
    name: text().notNull(),
    sku: text().notNull(),
    unit: text().notNull(),
    /** Null while nobody has set one. */
    priceMinor: money(),
    /** Basis points, included in the price; null is «без НДС». */
    vatRate: int(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    deletedAt: instant(),
  },
  (t) => [index('products_name').on(t.name, t.id), check('products_price', sql`${t.priceMinor} is null or ${t.priceMinor} >= 0`)],
);

/** Every name a product goes or went by, so that an old line still finds it after a renaming. */
export const productNames = table(
  'product_names',
  {
    /** The name as it is compared: lower case, single spaces, ё as е. */
    key: text().primaryKey(),
    productId: int()
      .notNull()
      .references(() => products.id),
  },
  (t) => [index('product_names_product').on(t.productId)],
);
