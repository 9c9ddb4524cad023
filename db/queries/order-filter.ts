import { and, eq, gte, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { hourOf, weekdayOf } from '../dialect/clock';
import { folded } from '../dialect/fold';
import { inIds } from '../dialect/id-list';
import { contains } from '../dialect/like';
import { orderLines, orders } from '../schema/orders';
import { clientTexts, orderTexts } from '../schema/search';
import { isOwing } from './owed';
import { inList } from './search';

export interface OrderRowFilter {
  /** Normalised needles, all of which must be found in the order or its client. */
  words: readonly string[];
  /** Only these are looked at, as `orderCandidates` found them. */
  candidates?: readonly number[];
  statuses?: readonly string[];
  clientId?: number;
  /** Of these clients only, however many; and with a line of one of these products. */
  clientIds?: readonly number[];
  productIds?: readonly number[];
  /** The product that one of its lines is of, 0 for a line of none; and the orders that is so of, where they are few. */
  productId?: number;
  productOrders?: readonly number[];
  /** The same of another line. */
  withProductId?: number;
  /** A normalised part of a product's name. */
  product?: string;
  /** Business days, both included. */
  from?: string;
  to?: string;
  /** Kopecks, both included. */
  sumFrom?: number;
  sumTo?: number;
  payment?: 'paid' | 'unpaid' | 'overdue';
  /** The business day before which a due day is overdue. */
  today: string;
  /** Pending ones of this business day and before. */
  waitingSince?: string;
  /** 0 for orders that no user has made. */
  authorId?: number;
  /** Of the business day, Monday is 1; and the hour of the day on the clock of a zone. */
  weekday?: number;
  hour?: { of: number; timeZone: string };
  deleted?: boolean;
  /** One of the conditions is enough; words, deletion and all ids but the client's own always hold. */
  any?: boolean;
  startId?: number;
  endId?: number;
}

function foundIn(word: string): SQL | undefined {
  const own = sql`(select ${orderTexts.text} from ${orderTexts} where ${orderTexts.orderId} = ${orders.id})`;
  const ofClient = sql`(select ${clientTexts.text} from ${clientTexts} where ${clientTexts.clientId} = ${orders.clientId})`;
  return or(contains(own, word), contains(ofClient, word));
}

function paymentWhere(payment: OrderRowFilter['payment'], today: string): SQL | undefined {
  switch (payment) {
    case 'paid':
      return sql`(${orders.status} <> 'Cancelled' and ${orders.paidMinor} >= ${orders.totalMinor})`;
    case 'unpaid':
      return isOwing;
    case 'overdue':
      return and(isOwing, sql`${orders.dueDay} < ${today}`);
    default:
      return undefined;
  }
}

function between(column: typeof orders.totalMinor | typeof orders.businessDay, low?: number | string, high?: number | string) {
  return and(low === undefined ? undefined : gte(column, low), high === undefined ? undefined : lte(column, high));
}

function ofProduct(productId: number): SQL {
  return productId === 0 ? isNull(orderLines.productId) : eq(orderLines.productId, productId);
}

function ofProductWhere(productId: number, found: readonly number[] | undefined): SQL {
  if (found) return inList(orders.id, found);
  const line = sql`select 1 from ${orderLines} where ${orderLines.orderId} = ${orders.id} and ${ofProduct(productId)}`;
  return sql`(${line} limit 1) = 1`;
}

function conditions(filter: OrderRowFilter): (SQL | undefined)[] {
  const { statuses = [], clientId, productId, withProductId, product, waitingSince, authorId, weekday, hour } = filter;
  const named = sql`select 1 from ${orderLines} where ${orderLines.orderId} = ${orders.id}`;
  return [
    statuses.length > 0 ? inArray(orders.status, [...statuses]) : undefined,
    clientId ? eq(orders.clientId, clientId) : undefined,
    productId === undefined ? undefined : ofProductWhere(productId, filter.productOrders),
    withProductId === undefined ? undefined : ofProductWhere(withProductId, undefined),
    // A scalar question is asked order by order; PostgreSQL would turn EXISTS into a join with the lines of all orders.
    product ? sql`(${named} and ${contains(folded(orderLines.product), product)} limit 1) = 1` : undefined,
    between(orders.businessDay, filter.from, filter.to),
    between(orders.totalMinor, filter.sumFrom, filter.sumTo),
    paymentWhere(filter.payment, filter.today),
    waitingSince ? and(eq(orders.status, 'Pending'), lte(orders.businessDay, waitingSince)) : undefined,
    authorId === undefined ? undefined : authorId === 0 ? isNull(orders.createdBy) : eq(orders.createdBy, authorId),
    weekday === undefined ? undefined : sql`${weekdayOf(orders.businessDay)} = ${weekday}`,
    hour === undefined ? undefined : sql`${hourOf(orders.createdAt, hour.timeZone)} = ${hour.of}`,
  ];
}

/** The orders of a filter. */
export function orderWhere(filter: OrderRowFilter): SQL | undefined {
  const { words, candidates, clientIds, productIds, deleted, any, startId, endId } = filter;
  const withProduct = (ids: readonly number[]) =>
    sql`${orders.id} in (select ${orderLines.orderId} from ${orderLines} where ${inIds(orderLines.productId, ids)})`;
  const chosen = conditions(filter).filter((condition) => condition !== undefined);
  return and(
    deleted ? isNotNull(orders.deletedAt) : isNull(orders.deletedAt),
    startId ? gte(orders.id, startId) : undefined,
    endId ? lte(orders.id, endId) : undefined,
    candidates ? inList(orders.id, candidates) : undefined,
    clientIds ? inIds(orders.clientId, clientIds) : undefined,
    productIds ? withProduct(productIds) : undefined,
    ...words.map(foundIn),
    any && chosen.length > 0 ? or(...chosen) : and(...chosen),
  );
}
