import { z } from 'zod';
import { createProduct } from '@/lib/domain/products/create-product';
import { deleteProduct } from '@/lib/domain/products/delete-product';
import { editProduct } from '@/lib/domain/products/edit-product';
import { getProduct } from '@/lib/domain/products/get-product';
import { listProducts } from '@/lib/domain/products/list-products';
import { productFilterFields } from '@/lib/domain/products/product-filter';
import { productFields, productPart, productSorts } from '@/lib/domain/products/schema';
import { done, doneWithId, endpoint } from '@/lib/entry/endpoint';
import { etag } from '@/lib/entry/versions';
import { productOutput, showProduct } from '@/lib/shapes/product-shape';
import { listInput, listQuery, pageAnswer, pageOf, pageQuery } from './paging';

export const productEndpoints = [
  endpoint({
    methods: ['POST'],
    path: '/api/products/add/',
    summary: 'Add a product; the lines of orders bring theirs by themselves',
    tag: 'products',
    permission: 'product.write',
    writes: true,
    body: productFields,
    output: doneWithId,
    run: (ctx, { body }) => createProduct(ctx, body),
    answer: ({ id }) => ({ json: { success: true, id } }),
  }),
  endpoint({
    methods: ['POST'],
    path: '/api/products/get/',
    summary: 'List products',
    tag: 'products',
    permission: 'product.read',
    body: listInput(productSorts).extend(productFilterFields),
    query: listQuery,
    output: z.object({ products: z.array(productOutput) }),
    run: (ctx, call) => listProducts(ctx, call.body, pageQuery(pageOf(call))),
    answer: (products, call) => pageAnswer('products', products.map(showProduct), pageOf(call)),
  }),
  endpoint({
    methods: ['POST'],
    path: '/api/products/get/:id/',
    summary: 'Get one product',
    tag: 'products',
    permission: 'product.read',
    versioned: true,
    output: z.object({ product: productOutput.extend({ version: z.int() }) }),
    run: (ctx, { id }) => getProduct(ctx, id),
    answer: (product) => ({ json: { product: { ...showProduct(product), version: product.version } }, headers: etag(product.version) }),
  }),
  endpoint({
    methods: ['POST'],
    path: '/api/products/edit/:id/',
    summary: 'Edit a product; fields left out stay as they are, and so do the orders it stands in',
    tag: 'products',
    permission: 'product.write',
    writes: true,
    versioned: true,
    body: productPart,
    output: doneWithId,
    run: (ctx, { id, body, ifMatch }) => editProduct(ctx, { id, input: body, expectedVersion: ifMatch }),
    answer: ({ id }) => ({ json: { success: true, id } }),
  }),
  endpoint({
    methods: ['DELETE'],
    path: '/api/products/delete/:id/',
    summary: 'Delete a product; its orders stay',
    tag: 'products',
    permission: 'product.write',
    writes: true,
    versioned: true,
    output: done,
    run: (ctx, { id, ifMatch }) => deleteProduct(ctx, { id, expectedVersion: ifMatch }),
    answer: () => ({ json: { success: true } }),
  }),
];
