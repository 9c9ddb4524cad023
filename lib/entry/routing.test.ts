import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Endpoint, endpoint } from './endpoint';
import { routeOf } from './routing';

const at = (path: string): Endpoint =>
  endpoint({ methods: ['GET'], path, summary: '', tag: '', output: z.object({}), run: async () => ({}), answer: () => ({ json: {} }) });

const endpoints = [at('/api/orders/'), at('/api/orders/get/:id/'), at('/api/1c/:id/exchange/'), at('/api/1c/:id/exchange/x.php/')];

const route = (url: string) => routeOf(endpoints, { method: 'GET', url });

test.each([
  ['/api/orders', '/api/orders/', 0],
  ['/api/orders/get/7/?a=1', '/api/orders/get/:id/', 7],
  ['/api/1c/12/exchange', '/api/1c/:id/exchange/', 12],
  ['/api/1c/12/exchange/x.php?type=sale', '/api/1c/:id/exchange/x.php/', 12],
])('%s is %s of %d', (url, path, id) => {
  const found = route(url);
  expect([found.endpoint.path, found.id]).toEqual([path, id]);
});

test.each([
  '/api/orders/get/',
  '/api/orders/get/0/',
  '/api/orders/get/:id/',
  '/api/1c/:id/exchange/',
  '/api/1c/x/exchange/',
  '/api/1c/1/2/',
])('%s is nowhere', (url) => {
  expect(() => route(url)).toThrow('not_found');
});
