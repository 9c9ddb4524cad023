import { z } from 'zod';
import { dayField, idField, line, lines, milliField, moneyField } from '../fields';
import { maxPriceMinor, maxQuantityMilli, maxTotalMinor } from '../money';

export const orderStatuses = ['Pending', 'Completed', 'Cancelled'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** Lines an order may have. */
export const maxItems = 500;

const product = line(255, 1).meta({ examples: ['Ноутбук'] });
const price = moneyField(maxPriceMinor);
/** Whole pieces in the API; the product itself knows thousandths. */
const wholeQuantity = z.int().min(1).max(1_000_000);
const description = lines(10_000);
const status = z.enum(orderStatuses);

const plainItem = z.object({ product, quantity: wholeQuantity.default(1), price });

/** An order over the API: either one product in flat fields, or `items`. */
export const orderAdd = z
  .object({
    client: idField,
    product: product.optional().meta({ description: 'Required without items' }),
    quantity: wholeQuantity.optional().meta({ description: 'Left out it is 1' }),
    price: price.optional().meta({ description: 'Required without items; a decimal with at most two places' }),
    items: z
      .array(plainItem)
      .min(1)
      .max(maxItems)
      .optional()
      .meta({ description: 'Several products; replaces product, quantity and price' }),
    description: description.default(''),
  })
  .superRefine((order, ctx) => {
    if (order.items) return;
    for (const name of ['product', 'price'] as const) {
      if (order[name] === undefined) ctx.addIssue({ code: 'custom', path: [name], message: 'required' });
    }
  });

/** What the API may edit; fields left out stay. */
export const orderEdit = z.object({
  client: idField.optional(),
  product: product.optional(),
  quantity: wholeQuantity.optional(),
  price: price.optional(),
  items: z.array(plainItem).min(1).max(maxItems).optional(),
  description: description.optional(),
  status: status.optional(),
});

/** A line of an order as the pages send it. */
export const orderItem = z.object({
  product,
  sku: line(60).default(''),
  unit: line(20).default(''),
  quantity: milliField(maxQuantityMilli),
  price,
  discount: moneyField(maxTotalMinor).default(0),
  /** Basis points; null is «без НДС». */
  vat_rate: z.int().min(0).max(10_000).nullable().default(null),
});

/** An order as the pages send it. */
export const orderForm = z.object({
  client: idField,
  status: status.default('Pending'),
  description: description.default(''),
  due_day: dayField.nullable().default(null),
  /** The day the goods left; blank takes it back, left out it stays. */
  shipped_day: z
    .union([z.literal(''), dayField], { error: 'day' })
    .optional()
    .transform((day) => (day === '' ? null : day)),
  items: z.array(orderItem).min(1).max(maxItems),
  /** The order a new one is made like. */
  repeat_of: idField.optional(),
});

export interface ItemInput {
  product: string;
  sku?: string;
  unit?: string;
  /** Thousandths. */
  quantity: number;
  /** Kopecks. */
  price: number;
  /** Kopecks off the line. */
  discount?: number;
  vat_rate?: number | null;
}

/** An order as the verbs take it; fields left out stay as they are. */
export interface OrderInput {
  client?: number;
  status?: OrderStatus;
  description?: string;
  due_day?: string | null;
  items?: ItemInput[];
  /** Its number in the system it came from. */
  external_no?: string | null;
  /** The day the goods left (`YYYY-MM-DD`); null takes it back. */
  shipped_day?: string | null;
  /** The order a new one is made like; an order that stands keeps what it was made like. */
  repeat_of?: number;
}

export const orderSorts = [
  'id',
  'client',
  'product',
  'quantity',
  'price',
  'total_price',
  'description',
  'status',
  'created_at',
  'deleted_at',
] as const;
export type OrderSort = (typeof orderSorts)[number];

/** What the pages sort by besides: every column of the list. */
export const orderListSorts = [...orderSorts, 'author', 'mobile_phone', 'email', 'updated_at', 'line_count', 'external_no'] as const;
export type OrderListSort = (typeof orderListSorts)[number];
