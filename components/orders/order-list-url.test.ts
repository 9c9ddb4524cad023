import { expect, test } from 'vitest';
import { isFiltered, orderListHref, readOrderListUrl } from './order-list-url';

test('the address tells filter, sorting and page', () => {
  const url = readOrderListUrl({
    q: ' стол ',
    status: 'Pending',
    from: '2026-11-01',
    client: '7',
    unpaid: '1',
    sort: '-total_price',
    page: '3',
  });
  expect(url.query).toEqual({
    search: 'стол',
    status: 'Pending',
    from: '2026-11-01',
    to: undefined,
    clientId: 7,
    unpaid: true,
    sort: 'total_price',
    descending: true,
    offset: 100,
    limit: 50,
  });
});

test('nonsense is left out', () => {
  const url = readOrderListUrl({ status: 'Lost', from: '2026-02-30', client: '-1', sort: 'nothing', page: '0' });
  expect(url.query).toMatchObject({
    status: undefined,
    from: undefined,
    clientId: undefined,
    sort: 'created_at',
    descending: true,
    offset: 0,
  });
  expect(isFiltered(url)).toBe(false);
});

test('a changed filter starts from the first page and keeps the rest', () => {
  const url = readOrderListUrl({ q: 'a', page: '4', sort: 'id' });
  expect(orderListHref(url, { status: 'Completed' })).toBe('/orders?q=a&status=Completed&sort=id');
  expect(orderListHref(url, { page: '2' })).toBe('/orders?q=a&sort=id&page=2');
});
