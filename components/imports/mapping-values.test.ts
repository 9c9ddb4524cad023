import { expect, test } from 'vitest';
import { doubledColumns, mappingIn } from './mapping-values';

test('a form of columns becomes a mapping; fields of other entities are left out', () => {
  const values = { c0: 'last_name', c1: '', c2: 'email', c3: 'sku', 'match.email': '1', 'match.sku': '1' };
  expect(mappingIn('client', 4, values)).toEqual({ columns: ['last_name', null, 'email', null], matchBy: ['email'] });
});

test('two columns of one field are told of at the later one', () => {
  expect([...doubledColumns({ columns: ['email', null, 'inn', 'email', null, 'email'], matchBy: [] })]).toEqual([
    [3, 0],
    [5, 0],
  ]);
});
