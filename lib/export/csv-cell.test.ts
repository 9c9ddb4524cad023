import { describe, expect, test } from 'vitest';
import { csvField, neutralText } from './csv-cell';

describe('neutralText', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠A1'])(
    'puts an apostrophe before %j',
    (text) => {
      expect(neutralText(text)).toBe(`'${text}`);
    },
  );

  test.each(['', 'ООО «Ромашка»', "'=1", '1=1', '№ 5'])('leaves %j alone', (text) => {
    expect(neutralText(text)).toBe(text);
  });
});

describe('csvField', () => {
  test.each([
    ['plain, with a comma', 'plain, with a comma'],
    ['a;b', '"a;b"'],
    ['a "b"', '"a ""b"""'],
    ['two\r\nlines', '"two\r\nlines"'],
  ])('writes %j as %j', (text, field) => {
    expect(csvField(text)).toBe(field);
  });
});
