import { expect, test } from 'vitest';
import { hrefWith, singleParams, sortingOf } from './list-url';

test('an address holds only what is set', () => {
  expect(hrefWith('/orders', { q: 'стол', page: undefined, status: '' })).toBe('/orders?q=%D1%81%D1%82%D0%BE%D0%BB');
  expect(hrefWith('/orders', {})).toBe('/orders');
});

test('of a repeated parameter the first counts', () => {
  expect(singleParams({ q: ['a', 'b'], page: '2' })).toEqual({ q: 'a', page: '2' });
});

test('a sorting is a known name, descending with a minus', () => {
  const own = { sort: 'id', descending: true } as const;
  expect(sortingOf('-name', ['id', 'name'], own)).toEqual({ sort: 'name', descending: true });
  expect(sortingOf('name', ['id', 'name'], own)).toEqual({ sort: 'name', descending: false });
  expect(sortingOf('name,-id', ['id', 'name'], own)).toEqual({
    sort: 'name',
    descending: false,
    further: [{ sort: 'id', descending: true }],
  });
  expect(sortingOf('; drop table', ['id', 'name'], own)).toBe(own);
});
