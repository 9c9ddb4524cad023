import { expect, test } from 'vitest';
import { matchOrder } from './match-order';

const order = (id: number, totalMinor: number, paidMinor = 0, inn = '') => ({ id, externalNo: null, totalMinor, paidMinor, inn });

test('a named number counts when the payer or the sum agrees', () => {
  const own = order(5, 100_00, 0, '7707083893');
  expect(matchOrder({ amount: 30_00, inn: '7707083893' }, [own], []).order).toBe(own);
  expect(matchOrder({ amount: 100_00, inn: '' }, [own], []).order).toBe(own);
  expect(matchOrder({ amount: 100_00, inn: '7736207543' }, [own], []).order).toBe(own);
  expect(matchOrder({ amount: 30_00, inn: '7736207543' }, [own], [])).toEqual({});
  expect(matchOrder({ amount: 30_00, inn: '' }, [order(5, 100_00)], [])).toEqual({});
});

test('what is left to pay is a sum that agrees, too', () => {
  const half = order(5, 100_00, 60_00);
  expect(matchOrder({ amount: 40_00, inn: '' }, [half], []).order).toBe(half);
});

test('two named orders that both agree are left to people', () => {
  const both = [order(5, 100_00, 0, '1'), order(6, 200_00, 0, '1')];
  expect(matchOrder({ amount: 300_00, inn: '1' }, both, [])).toEqual({ several: both });
});

test('without a number the only debt of that very sum is meant, else people choose among the debts', () => {
  const debts = [order(5, 100_00, 0, '1'), order(6, 200_00, 50_00, '1')];
  expect(matchOrder({ amount: 150_00, inn: '1' }, [], debts).order).toBe(debts[1]);
  expect(matchOrder({ amount: 70_00, inn: '1' }, [], debts)).toEqual({ several: debts });
  expect(matchOrder({ amount: 100_00, inn: '1' }, [], [debts[0] ?? order(0, 0), order(7, 100_00, 0, '1')]).several).toHaveLength(2);
  expect(matchOrder({ amount: 70_00, inn: '1' }, [], [])).toEqual({});
});
