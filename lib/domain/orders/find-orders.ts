import type { Tx } from '@/db/engines/engine';
import type { OrderRowFilter } from '@/db/queries/order-filter';
import { ordersOfProduct } from '@/db/queries/product-lists';
import { orderCandidates } from '@/db/queries/search';
import { readSettings } from '@/db/queries/settings';
import { normalise, searchWords } from '@/lib/search/normalise';
import { findMain } from '../clients/load-client';
import type { Ctx } from '../context';
import { addDays, dayInZone, daysMeant } from '../period';
import { classMembers } from '../reports/class-members';
import { type OrderFilter, statusesOf } from './order-filter';

/** The number of a merged client finds the orders of whoever took its place. */
async function leadsTo(tx: Tx, clientId: number | undefined): Promise<number | undefined> {
  return clientId && ((await findMain(tx, clientId))?.id ?? clientId);
}

/** More orders of a product than this are not gathered: the list is read row by row then, and soon full. */
const maxGathered = 2000;

/** Step: a filter as the queries take it – words looked up, periods and «overdue» bound to today in the organisation's zone. */
export async function findOrders(tx: Tx, ctx: Pick<Ctx, 'now'>, filter: OrderFilter): Promise<OrderRowFilter> {
  const words = searchWords(filter.search ?? '');
  const { timeZone } = await readSettings(tx);
  const today = dayInZone(ctx.now(), timeZone);
  const found: OrderRowFilter = {
    words,
    candidates: words.length > 0 ? await orderCandidates(tx, words) : undefined,
    statuses: statusesOf(filter),
    clientId: await leadsTo(tx, filter.client_id),
    productId: filter.product_id,
    productOrders: filter.product_id ? await ordersOfProduct(tx, filter.product_id, maxGathered) : undefined,
    product: filter.product ? normalise(filter.product) : undefined,
    ...daysMeant(filter, today),
    sumFrom: filter.sum_from,
    sumTo: filter.sum_to,
    payment: filter.payment,
    today,
    waitingSince: filter.waiting === undefined ? undefined : addDays(today, -filter.waiting),
    authorId: filter.author_id,
    withProductId: filter.with_product_id,
    weekday: filter.weekday,
    hour: filter.hour === undefined ? undefined : { of: filter.hour, timeZone },
    deleted: filter.deleted,
    any: filter.match === 'any',
  };
  const { client_class: clientClass, product_class: productClass, class_status: status } = filter;
  const basis = status ? { ...found, statuses: statusesOf({ status }) } : found;
  return {
    ...found,
    clientIds: clientClass && (await classMembers(tx, basis, 'client', clientClass)),
    productIds: productClass && (await classMembers(tx, basis, 'product', productClass)),
  };
}
