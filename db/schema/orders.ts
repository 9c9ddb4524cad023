import { isNotNull, sql } from 'drizzle-orm';
import { check, day, id, index, instant, int, milli, money, table, text } from '../dialect/columns';
import { clients } from './clients';
import { products } from './products';

export const orders = table(
  'orders',
  {
    id: id(),
    version: int().notNull(),
    clientId: int()
      .notNull()
      .references(() => clients.id),
    status: text().notNull(),
    description: text().notNull(),
    dueDay: day(),
    /** The day of `created_at` in the organisation's zone at that time; reports group on it. */
    businessDay: day().notNull(),
    totalMinor: money().notNull(),
    paidMinor: money().notNull(),
    lineCount: int().notNull(),
    /** Of the first line, kept here so that lists need no lines. */
    product: text().notNull(),
    priceMinor: money().notNull(),
    /** Sum over the lines. */
    quantityMilli: milli().notNull(),
    createdAt: instant().notNull(),
    createdBy: int(),
    /** The order this one was made like. */
    repeatOf: int(),
    /** Its number in the system it came from; null for an order of our own. */
    externalNo: text(),
    /** The day the goods left; null while they have not. */
    shippedDay: day(),
    updatedAt: instant().notNull(),
    deletedAt: instant(),
  },
  (t) => [
    check('orders_status', sql`${t.status} in ('Pending', 'Completed', 'Cancelled')`),
    index('orders_client').on(t.clientId, t.id),
    index('orders_created').on(t.createdAt, t.id),
    index('orders_business_day').on(t.businessDay),
    index('orders_external_no')
      .on(t.externalNo)
      .where(sql`${isNotNull(t.externalNo)}`),
    index('orders_total').on(t.totalMinor, t.id),
    // The bin is small beside the rest.
    index('orders_deleted')
      .on(t.deletedAt, t.id)
      .where(sql`${isNotNull(t.deletedAt)}`),
  ],
);

export const orderLines = table(
  'order_lines',
  {
    id: id(),
    orderId: int()
      .notNull()
      .references(() => orders.id),
    position: int().notNull(),
    product: text().notNull(),
    sku: text().notNull(),
    unit: text().notNull(),
    quantityMilli: milli().notNull(),
    priceMinor: money().notNull(),
    discountMinor: money().notNull(),
    /** Basis points (2000 = 20 %), included in the price; null is «без НДС». */
    vatRate: int(),
    totalMinor: money().notNull(),
    /** The product of the catalogue that goes by this name. */
    productId: int().references(() => products.id),
  },
  (t) => [
    index('order_lines_product').on(t.productId, t.orderId),
    index('order_lines_order').on(t.orderId, t.position),
    check('order_lines_quantity', sql`${t.quantityMilli} > 0`),
    check('order_lines_price', sql`${t.priceMinor} >= 0 and ${t.discountMinor} >= 0 and ${t.totalMinor} >= 0`),
  ],
);

export const payments = table(
  'payments',
  {
    id: id(),
    orderId: int()
      .notNull()
      .references(() => orders.id),
    paidDay: day().notNull(),
    amountMinor: money().notNull(),
    method: text().notNull(),
    note: text().notNull(),
    /** By what a bank statement or an accounting program knows it, so that it is never taken in twice. */
    externalKey: text(),
    createdAt: instant().notNull(),
    createdBy: int(),
    deletedAt: instant(),
  },
  (t) => [
    index('payments_order').on(t.orderId),
    index('payments_external')
      .on(t.externalKey)
      .where(sql`${isNotNull(t.externalKey)}`),
    check('payments_amount', sql`${t.amountMinor} <> 0`),
  ],
);

/** What colleagues tell each other about an order; a part of it, as its lines and payments are. */
export const orderComments = table(
  'order_comments',
  {
    id: id(),
    orderId: int()
      .notNull()
      .references(() => orders.id),
    text: text().notNull(),
    createdAt: instant().notNull(),
    createdBy: int(),
    deletedAt: instant(),
  },
  (t) => [index('order_comments_order').on(t.orderId)],
);

/** A file attached to an order; its content stands in `DATA_DIR/files` under its sha256. */
export const orderFiles = table(
  'order_files',
  {
    id: id(),
    orderId: int()
      .notNull()
      .references(() => orders.id),
    name: text().notNull(),
    /** Media type. */
    type: text().notNull(),
    /** Bytes. */
    size: int().notNull(),
    sha256: text().notNull(),
    createdAt: instant().notNull(),
    createdBy: int(),
    deletedAt: instant(),
  },
  (t) => [index('order_files_order').on(t.orderId), index('order_files_content').on(t.sha256)],
);

/**
 * Live orders by business day and status, ready to be summed. A write adds rows with what it changed, a fold makes one
 * row of many, readers sum whatever is there: no row that every writer waits for.
 */
export const orderDayTotals = table(
  'order_day_totals',
  {
    id: id(),
    day: day().notNull(),
    status: text().notNull(),
    orders: int().notNull(),
    totalMinor: money().notNull(),
    paidMinor: money().notNull(),
  },
  (t) => [index('order_day_totals_day').on(t.day, t.status)],
);
