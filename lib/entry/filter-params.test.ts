import { expect, test } from 'vitest';
import { clientFilterFields } from '@/lib/domain/clients/client-filter';
import { orderFilterFields } from '@/lib/domain/orders/order-filter';
import { readFilter } from './filter-params';

test('an address names every condition of orders', () => {
  const given = {
    q: ' стол ',
    status: ['Pending', 'Completed'],
    client: '7',
    product: 'Бумага',
    from: '2026-11-01',
    to: '2026-11-30',
    sum_from: '1 000,50',
    sum_to: '2000',
    payment: 'overdue',
    author: '3',
    deleted: '1',
    match: 'any',
  };
  const { filter, params } = readFilter(orderFilterFields, given);
  expect(filter).toEqual({
    search: 'стол',
    status: ['Pending', 'Completed'],
    client_id: 7,
    product: 'Бумага',
    from: '2026-11-01',
    to: '2026-11-30',
    sum_from: 100_050,
    sum_to: 200_000,
    payment: 'overdue',
    author_id: 3,
    deleted: true,
    match: 'any',
  });
  expect(params).toEqual({ ...given, q: 'стол', status: 'Pending,Completed', sum_from: '1000.50', sum_to: '2000.00' });
  expect(readFilter(orderFilterFields, params).filter).toEqual(filter);
});

test('nonsense is left out, the rest stays', () => {
  const given = {
    q: '',
    status: 'Lost',
    client: '-1',
    from: '2026-02-30',
    sum_from: 'many',
    deleted: 'perhaps',
    other: 'x',
    to: '2026-01-01',
  };
  expect(readFilter(orderFilterFields, given)).toEqual({ filter: { to: '2026-01-01' }, params: { to: '2026-01-01' } });
});

test('no is an answer too', () => {
  expect(readFilter(clientFilterFields, { has_phone: '0', has_email: '1' }).filter).toEqual({ has_phone: false, has_email: true });
});
