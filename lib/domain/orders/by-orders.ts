import { z } from 'zod';
import { abcClasses } from '../reports/abc';
import { type OrderFilter, orderFilterFields } from './order-filter';

const {
  period: _,
  deleted: _deleted,
  match: _match,
  client_class: _client,
  product_class: _product,
  class_status: _status,
  ...conditions
} = orderFilterFields;

type Prefixed<T> = { [K in keyof T & string as `order_${K}`]: T[K] };

function prefixed<T extends Record<string, z.ZodType>>(fields: T): Prefixed<T> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [`order_${name}`, field])) as Prefixed<T>;
}

/** How clients or products are chosen by their orders: the conditions of an orders list, each as `order_…`, all on the same order. */
export const byOrdersFields = {
  ...prefixed(conditions),
  order_class: z.enum(abcClasses).optional().meta({ description: 'ABC class among those of these orders' }),
};

const byOrdersSchema = z.object(byOrdersFields);
export type ByOrders = z.output<typeof byOrdersSchema>;

const names = Object.keys(conditions) as (keyof typeof conditions)[];

/** The orders that a filter chooses by; undefined when it does not. */
export function ordersMeant(filter: ByOrders): OrderFilter | undefined {
  const said = names.flatMap((name) => {
    const value = filter[`order_${name}`];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  return said.length > 0 || filter.order_class ? Object.fromEntries(said) : undefined;
}
