import { z } from 'zod';
import type { ClientRow } from '@/db/queries/clients';
import type { FullOrder, OrderLineRow, OrderRow } from '@/db/queries/orders';
import { fullName } from '@/lib/domain/clients/client-name';
import { idField } from '@/lib/domain/fields';
import { formatMinor } from '@/lib/domain/money';
import { type OrderStatus, orderStatuses } from '@/lib/domain/orders/schema';
import { apiDateTime } from '@/lib/i18n/dates';
import type { Locale } from '@/lib/i18n/locale';

/** Whose words and whose clock. */
export interface Shown {
  locale: Locale;
  /** IANA name. */
  timeZone: string;
}

const clientOutput = z.object({ id: idField, full_name: z.string(), email: z.string(), mobile_phone: z.string().nullable() });
const textMoney = z.string().meta({ examples: ['1500.00'] });

function orderShape<M extends z.ZodType>(money: M) {
  return {
    id: idField,
    client: clientOutput,
    product: z.string().meta({ description: 'Of several items the first, and how many more' }),
    quantity: z.number().meta({ description: 'Sum over the items' }),
    price: money,
    total_price: money,
    description: z.string(),
    status: z.enum(orderStatuses),
    created_at: z.string().meta({ examples: ['17.12.2024 21:00'] }),
  };
}

function itemShape<M extends z.ZodType>(money: M) {
  return z.object({ product: z.string(), quantity: z.number(), price: money, total_price: money });
}

/** One order: money as numbers. */
export const orderOutput = z.object({ ...orderShape(z.number()), version: z.int(), items: z.array(itemShape(z.number())) });
/** An order in a list: money as text. */
export const orderListOutput = z.object({ ...orderShape(textMoney), items: z.array(itemShape(textMoney)).optional() });

/** Exact: the nearest double of a two-digit decimal prints as that decimal. */
function numberOf(minor: number): number {
  return minor / 100;
}

function productOf({ product, lineCount }: OrderRow, { locale }: Shown): string {
  if (lineCount < 2) return product;
  return locale === 'en' ? `${product} and ${lineCount - 1} more` : `${product} и ещё ${lineCount - 1}`;
}

function showShared(order: OrderRow, client: ClientRow, shown: Shown) {
  return {
    id: order.id,
    client: { id: client.id, full_name: fullName(client), email: client.email ?? '', mobile_phone: client.mobilePhone },
    product: productOf(order, shown),
    quantity: order.quantityMilli / 1000,
    description: order.description,
    status: order.status as OrderStatus,
    created_at: apiDateTime(order.createdAt, shown.timeZone),
  };
}

function showItem<M>(line: OrderLineRow, money: (minor: number) => M) {
  return { product: line.product, quantity: line.quantityMilli / 1000, price: money(line.priceMinor), total_price: money(line.totalMinor) };
}

/** One order. */
export function showOrder({ order, client, lines }: FullOrder, shown: Shown): z.output<typeof orderOutput> {
  return {
    ...showShared(order, client, shown),
    price: numberOf(order.priceMinor),
    total_price: numberOf(order.totalMinor),
    version: order.version,
    items: lines.map((line) => showItem(line, numberOf)),
  };
}

/** An order in a list. */
export function showListedOrder(
  { order, client, lines }: { order: OrderRow; client: ClientRow; lines: OrderLineRow[] },
  shown: Shown,
  withItems: boolean,
): z.output<typeof orderListOutput> {
  return {
    ...showShared(order, client, shown),
    price: formatMinor(order.priceMinor),
    total_price: formatMinor(order.totalMinor),
    ...(withItems ? { items: lines.map((line) => showItem(line, formatMinor)) } : {}),
  };
}
