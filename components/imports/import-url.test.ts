import { expect, test } from 'vitest';
import { checkHref, checkSteps, entityIn, readCheckUrl, stepOf } from './import-url';

test('an address of checked rows is read and written alike, and what makes no sense is left out', () => {
  const url = readCheckUrl(12, { tab: 'error', after: '140', passed: '0.70' });
  expect(url).toEqual({ path: '/imports/12/check', tab: 'error', conflicts: false, after: 140, passed: [0, 70] });
  expect(checkHref(url, url)).toBe('/imports/12/check?tab=error&after=140&passed=0.70');
  expect(readCheckUrl(12, { tab: 'odd', after: 'x', passed: '1..2', only: ['conflict', 'no'] })).toMatchObject({
    tab: 'review',
    conflicts: true,
    after: 0,
    passed: [],
  });
});

test('pages are walked forwards and back by the way they were come', () => {
  const first = readCheckUrl(1, {});
  expect(checkSteps(first, undefined)).toEqual({ previous: undefined, next: undefined });
  const second = checkSteps(first, 51).next;
  expect(second).toBe('/imports/1/check?after=51&passed=0');
  const url = readCheckUrl(1, Object.fromEntries(new URL(`http://x${second}`).searchParams));
  expect(checkSteps(url, undefined).previous).toBe('/imports/1/check');
});

test('every state has the step where it is gone on with', () => {
  expect(stepOf('uploaded')).toBe('columns');
  expect(stepOf('checking')).toBe('check');
  expect(stepOf('stopped')).toBe('done');
  expect(entityIn('order')).toBe('order');
  expect(entityIn(undefined)).toBe('client');
});
