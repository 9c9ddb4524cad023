import { expect, test } from 'vitest';
import { isFiltered } from '@/components/data-table/list-url';
import { orderListHref, readOrderListUrl } from './order-list-url';

test('the address tells filter, sorting and place', () => {
  const url = readOrderListUrl({ q: ' стол ', status: 'Pending', client: '7', payment: 'unpaid', sort: '-total_price', after: 'x' });
  expect(url.filter).toEqual({ search: 'стол', status: 'Pending', client_id: 7, payment: 'unpaid' });
  expect(url.page).toEqual({ sort: 'total_price', descending: true, after: 'x', before: undefined, limit: 50 });
});

test('nonsense is left out', () => {
  const url = readOrderListUrl({ status: 'Lost', from: '2026-02-30', client: '-1', sort: 'nothing' });
  expect(url).toMatchObject({ filter: {}, page: { sort: 'created_at', descending: true } });
  expect(isFiltered(url)).toBe(false);
});

test('a changed filter starts from the beginning and keeps the rest', () => {
  const url = readOrderListUrl({ q: 'a', after: 'x', sort: 'id' });
  expect(orderListHref(url, { status: 'Completed' })).toBe('/orders?q=a&sort=id&status=Completed');
  expect(orderListHref(url, { after: 'y' })).toBe('/orders?q=a&sort=id&after=y');
});

test('several columns sort, each once, and a view is named beside its filter', () => {
  const url = readOrderListUrl({ sort: 'status,-created_at,nothing,-status', period: 'month', view: '12' }, 100);
  expect(url.page).toMatchObject({ sort: 'status', descending: false, further: [{ sort: 'created_at', descending: true }], limit: 100 });
  expect(orderListHref(url, { sort: 'id' })).toBe('/orders?period=month&sort=id&view=12');
  expect(readOrderListUrl({ view: 'x' }).params.view).toBeUndefined();
});
