import { expect, test } from 'vitest';
import { oneCSettings, sentStatuses, versionFor } from './settings';

test('what was stored reads again as it was', () => {
  const read = oneCSettings.parse({ login: 'shop', export_from: '2026-01-31', send_statuses: 'Completed' });
  expect(oneCSettings.parse(JSON.parse(JSON.stringify(read)))).toEqual(read);
  expect(sentStatuses(read)).toEqual(['Completed']);
  expect(sentStatuses(oneCSettings.parse({ login: 'shop' }))).toBeUndefined();
});

test.each([{ login: '' }, { login: 'a:b' }, { login: 'a', send_statuses: 'Новый' }, { login: 'a', export_from: '31.01.2026' }])(
  '%j is refused',
  (input) => {
    expect(oneCSettings.safeParse(input).success).toBe(false);
  },
);

test.each([
  ['auto', undefined, '2.05'],
  ['auto', '2.01', '2.05'],
  ['auto', '2.05', '2.05'],
  ['auto', '2.07', '2.05'],
  ['auto', '2.09', '2.09'],
  ['auto', '2.10', '2.10'],
  ['auto', '2.15', '2.10'],
  ['auto', '3.1', '3.1'],
  ['auto', 'rubbish', '2.05'],
  ['2.08', '3.1', '2.08'],
] as const)('set to %s and asked for %s it is %s', (schema_version, asked, version) => {
  expect(versionFor({ schema_version }, asked)).toBe(version);
});
