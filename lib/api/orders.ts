import { z } from 'zod';
import type { FullOrder } from '@/db/queries/orders';
import { createOrder } from '@/lib/domain/orders/create-order';
import { deleteOrder } from '@/lib/domain/orders/delete-order';
import { editOrder } from '@/lib/domain/orders/edit-order';
import { getOrder } from '@/lib/domain/orders/get-order';
import { listOrders } from '@/lib/domain/orders/list-orders';
import { orderFilterFields } from '@/lib/domain/orders/order-filter';
import { orderAdd, orderEdit, orderSorts } from '@/lib/domain/orders/schema';
import { done, doneWithId, endpoint } from '@/lib/entry/endpoint';
import { etag } from '@/lib/entry/versions';
import { orderListOutput, orderOutput, showListedOrder, showOrder } from '@/lib/shapes/order-shape';
import { itemsOf, namedAsSent } from './order-input';
import { listInput, listQuery, pageAnswer, pageOf, pageQuery } from './paging';

const idOf = ({ order }: FullOrder) => ({ json: { success: true, id: order.id } });

export const orderEndpoints = [
  endpoint({
    methods: ['POST'],
    path: '/api/orders/add/',
    summary: 'Add an order of one product or of several items',
    tag: 'orders',
    permission: 'order.write',
    writes: true,
    body: orderAdd,
    output: doneWithId,
    run: (ctx, { body }) =>
      namedAsSent(body, () => createOrder(ctx, { client: body.client, description: body.description, items: itemsOf(body) })),
    answer: idOf,
  }),
  endpoint({
    methods: ['POST'],
    path: '/api/orders/get/',
    summary: 'List orders',
    tag: 'orders',
    permission: 'order.read',
    body: listInput(orderSorts).extend({
      ...orderFilterFields,
      items: z.boolean().default(false).meta({ description: 'Also the items of every order' }),
    }),
    query: listQuery,
    output: z.object({ orders: z.array(orderListOutput) }),
    run: (ctx, call) => listOrders(ctx, call.body, pageQuery(pageOf(call)), call.body.items),
    answer: (orders, call) => {
      const shown = orders.map((order) => showListedOrder(order, call, call.body.items));
      return pageAnswer('orders', shown, pageOf(call));
    },
  }),
  endpoint({
    methods: ['POST'],
    path: '/api/orders/get/:id/',
    summary: 'Get one order',
    tag: 'orders',
    permission: 'order.read',
    versioned: true,
    output: orderOutput,
    run: (ctx, { id }) => getOrder(ctx, id),
    answer: (order, call) => ({ json: showOrder(order, call), headers: etag(order.order.version) }),
  }),
  endpoint({
    methods: ['POST'],
    path: '/api/orders/edit/:id/',
    summary: 'Edit an order; fields left out stay as they are',
    tag: 'orders',
    permission: 'order.write',
    writes: true,
    versioned: true,
    body: orderEdit,
    output: doneWithId,
    run: (ctx, { id, body, ifMatch }) => {
      const { client, status, description, items, product, quantity, price } = body;
      const sent = { product, quantity: quantity === undefined ? undefined : quantity * 1000, price };
      const known = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
      const flat = items || Object.keys(known).length === 0 ? undefined : known;
      const input = { client, status, description, items: items && itemsOf(body) };
      return namedAsSent(body, () => editOrder(ctx, { id, input, flat, expectedVersion: ifMatch }));
    },
    answer: idOf,
  }),
  endpoint({
    methods: ['DELETE'],
    path: '/api/orders/delete/:id/',
    summary: 'Delete an order',
    tag: 'orders',
    permission: 'order.write',
    writes: true,
    versioned: true,
    output: done,
    run: (ctx, { id, ifMatch }) => deleteOrder(ctx, { id, expectedVersion: ifMatch }),
    answer: () => ({ json: { success: true } }),
  }),
];
