import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvField, neutralText } from './csv-cell';

describe('neutralText', () => {
  test.each([
    ...['=1+1', '+A1', '-A1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\tтекст', '\rтекст', '\nтекст'],
    ...['＝1', '＋1', '－1', '＠A1', '﹦1', '﹢1', '﹣1', '﹫A1'],
    ...["=cmd|'/C calc'!A0", "-2+3+cmd|'/C calc'!A0", '+1-1', '-1+2', '+1E5', '-1%', '+(7)-5', '+7-921-555-10-22', '- скидка'],
    ...[
      '  =1',
      '\u00a0=1',
      '\u200b=1',
      '\ufeff=1',
      '\u0000=1',
      '\u00ad\u2060 \u202e@A1',
      '\u3000＝1',
      ' \t',
      "'=1",
      "''=1",
      "'-1",
      '+',
      '-',
      '+7 921!A1',
    ],
  ])('puts an apostrophe before %j', (text) => {
    expect(neutralText(text)).toBe(`'${text}`);
  });

  test.each([
    ...['+79215551022', '+7 921 555-10-22', '+7 (921) 555-10-22', '+7(921)555-10-22', '+375 29 555 10 22', '+7\u00a0921\u00a0555-10-22'],
    ...['+1', '-1', '-1234,56', '-0.5'],
  ])('leaves %j alone, a number or a phone', (text) => {
    expect(neutralText(text)).toBe(text);
  });

  test('can be taken back', () => {
    const text = fc.string({ unit: fc.constantFrom(..."'=+-@1 a\t".split('')) });
    fc.assert(
      fc.property(text, (given) => {
        const neutral = neutralText(given);
        const rest = neutral.slice(1);
        expect(neutral.startsWith("'") && neutralText(rest) !== rest ? rest : neutral).toBe(given);
      }),
    );
  });

  test('takes no time for a long text', () => {
    const texts = [`+7 ${'1-'.repeat(100_000)}x`, `${' '.repeat(100_000)}x`, `+7(921)${'5'.repeat(100_000)}x`];
    const start = performance.now();
    texts.forEach(neutralText);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test.each(['', 'ООО «Ромашка»', "'а", '1=1', '№ 5', ' пробел', '\ufeffтекст', '– тире'])('leaves %j alone', (text) => {
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

  test('minds the comma where it separates', () => {
    expect(csvField('a,b;c', ',')).toBe('"a,b;c"');
    expect(csvField('a;b', ',')).toBe('a;b');
  });
});
