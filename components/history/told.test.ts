import { expect, test } from 'vitest';
import { joined } from './told';

test('neighbouring texts become one, and an empty one parts nothing', () => {
  const was = { was: '2', now: '3' };
  expect(joined([{ bold: 'test' }, ' ', 'изменил', ': ', was, '', '; ', was, ''])).toEqual([
    { bold: 'test' },
    ' изменил: ',
    was,
    '; ',
    was,
  ]);
});
