import type { Tx } from '@/db/engines/engine';
import { type ClientRow, findClient } from '@/db/queries/clients';
import { findOrder, type OrderLineRow, type PaymentRow } from '@/db/queries/orders';
import { findProduct } from '@/db/queries/products';
import { readSettings } from '@/db/queries/settings';
import { defaultLocale } from '@/lib/i18n/locale';
import { showClient } from '@/lib/shapes/client-shape';
import { type Shown, showOrder } from '@/lib/shapes/order-shape';
import { showProduct } from '@/lib/shapes/product-shape';

/** As the API shows money of one order: the nearest double of a two-digit decimal prints as that decimal. */
function numberOf(minor: number): number {
  return minor / 100;
}

function showPayment({ id, paidDay, amountMinor, method, note }: PaymentRow) {
  return { id, day: paidDay, amount: numberOf(amountMinor), method, note };
}

function showLine({ sku, unit, discountMinor, vatRate }: OrderLineRow) {
  return { sku, unit, discount: numberOf(discountMinor), vat_rate: vatRate };
}

async function orderRecord(tx: Tx, id: number, shown: Shown) {
  const found = await findOrder(tx, id);
  if (!found) return undefined;
  const { order, client, lines, payments } = found;
  const record = showOrder(found, shown);
  return {
    ...record,
    client: { ...record.client, company: client.company, inn: client.inn },
    items: record.items.map((item, at) => ({ ...item, ...(lines[at] && showLine(lines[at])) })),
    payments: payments.map(showPayment),
    paid: numberOf(order.paidMinor),
    due_day: order.dueDay,
    shipped_day: order.shippedDay,
    external_no: order.externalNo,
    deleted: order.deletedAt !== null,
  };
}

function clientRecord(client: ClientRow) {
  const { version, company, inn, address, comment, deletedAt, erasedAt, mergedInto } = client;
  return {
    ...showClient(client),
    version,
    company,
    inn,
    address,
    comment,
    deleted: deletedAt !== null,
    erased: erasedAt !== null,
    merged_into: mergedInto,
  };
}

/** A record as it stands, in the shape of the API with the fields that it leaves out; undefined when there is none. */
export async function recordOf(tx: Tx, entity: string, id: number): Promise<object | undefined> {
  if (entity === 'order') {
    const { timeZone } = await readSettings(tx);
    return orderRecord(tx, id, { locale: defaultLocale, timeZone });
  }
  if (entity === 'client') {
    const client = await findClient(tx, id);
    return client && clientRecord(client);
  }
  const product = entity === 'product' ? await findProduct(tx, id) : undefined;
  return product && { ...showProduct(product), version: product.version, deleted: product.deletedAt !== null };
}
