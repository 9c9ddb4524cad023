import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxTotalMinor } from '../money';
import { sumInWords } from './sum-in-words';

const roubles = { locale: 'ru', currency: 'RUB' } as const;
const rubles = { locale: 'en', currency: 'RUB' } as const;

test.each([
  [0, 'Ноль рублей 00 копеек'],
  [1, 'Ноль рублей 01 копейка'],
  [100, 'Один рубль 00 копеек'],
  [200, 'Два рубля 00 копеек'],
  [500, 'Пять рублей 00 копеек'],
  [11_11, 'Одиннадцать рублей 11 копеек'],
  [21_02, 'Двадцать один рубль 02 копейки'],
  [101_00, 'Сто один рубль 00 копеек'],
  [1000_00, 'Одна тысяча рублей 00 копеек'],
  [2000_00, 'Две тысячи рублей 00 копеек'],
  [280_876_00, 'Двести восемьдесят тысяч восемьсот семьдесят шесть рублей 00 копеек'],
  [1_000_000_00, 'Один миллион рублей 00 копеек'],
])('%i kopecks in Russian', (minor, words) => {
  expect(sumInWords(minor, roubles)).toBe(words);
});

test.each([
  [1, 'Zero rubles 01 kopeck'],
  [100, 'One ruble 00 kopecks'],
  [1100, 'Eleven rubles 00 kopecks'],
  [2100, 'Twenty-one rubles 00 kopecks'],
  [101_00, 'One hundred one rubles 00 kopecks'],
  [2000_00, 'Two thousand rubles 00 kopecks'],
  [280_876_00, 'Two hundred eighty thousand eight hundred seventy-six rubles 00 kopecks'],
  [1_000_000_00, 'One million rubles 00 kopecks'],
])('%i kopecks in English', (minor, words) => {
  expect(sumInWords(minor, rubles)).toBe(words);
});

test('other currencies: the known ones in their own words, the rest not at all', () => {
  expect(sumInWords(200, { locale: 'ru', currency: 'USD' })).toBe('Два доллара 00 центов');
  expect(sumInWords(2100, { locale: 'ru', currency: 'EUR' })).toBe('Двадцать один евро 00 центов');
  expect(sumInWords(100, { locale: 'en', currency: 'EUR' })).toBe('One euro 00 cents');
  expect(sumInWords(100, { locale: 'ru', currency: 'KZT' })).toBeUndefined();
  expect(sumInWords(100, { locale: 'ru', currency: 'toString' })).toBeUndefined();
});

const units: Record<string, number> = Object.fromEntries(
  'ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать'
    .split(' ')
    .map((word, value) => [word, value]),
);
const russianWords: Record<string, number> = {
  ...units,
  одна: 1,
  две: 2,
  ...Object.fromEntries(
    'тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(' ').map((word, at) => [word, 30 + at * 10]),
  ),
  ...Object.fromEntries(
    'сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'.split(' ').map((word, at) => [word, 100 + at * 100]),
  ),
};
const englishWords: Record<string, number> = Object.fromEntries([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, 20 + at * 10]),
]);

/** The number that a text spells, read back word by word. */
function read(text: string, words: Record<string, number>, scales: [RegExp, number][]): number {
  let sum = 0;
  let group = 0;
  for (const word of text.toLowerCase().split(/[ -]/)) {
    const scale = scales.find(([pattern]) => pattern.test(word))?.[1];
    if (scale === 100) group *= 100;
    else if (scale) {
      sum += group * scale;
      group = 0;
    } else if (word in words) group += words[word] ?? 0;
    else throw new Error(`unknown word ${word}`);
  }
  return sum + group;
}

describe('whatever the sum, it can be read back', () => {
  const sums = fc.oneof(fc.integer({ min: 0, max: maxTotalMinor }), fc.integer({ min: 0, max: 10_000_000 }), fc.constant(maxTotalMinor));

  test('in Russian, with the right endings', () => {
    fc.assert(
      fc.property(sums, (minor) => {
        const [, spelled = '', noun, cents, kopecks] = /^(.+) (рубл\S+) (\d\d) (копе\S+)$/.exec(sumInWords(minor, roubles) ?? '') ?? [];
        const whole = Math.floor(minor / 100);
        const scales: [RegExp, number][] = [
          [/^тысяч/, 1000],
          [/^миллион/, 1_000_000],
          [/^миллиард/, 1_000_000_000],
        ];
        expect(read(spelled, russianWords, scales)).toBe(whole);
        expect(Number(cents)).toBe(minor % 100);
        const plural = new Intl.PluralRules('ru');
        const forms = { one: ['рубль', 'копейка'], few: ['рубля', 'копейки'], many: ['рублей', 'копеек'] } as Record<string, string[]>;
        expect(noun).toBe(forms[plural.select(whole)]?.[0]);
        expect(kopecks).toBe(forms[plural.select(minor % 100)]?.[1]);
      }),
    );
  });

  test('in English', () => {
    fc.assert(
      fc.property(sums, (minor) => {
        const [, spelled = '', cents] = /^(.+) rubles? (\d\d) kopecks?$/.exec(sumInWords(minor, rubles) ?? '') ?? [];
        const scales: [RegExp, number][] = [
          [/^hundred$/, 100],
          [/^thousand$/, 1000],
          [/^million$/, 1_000_000],
          [/^billion$/, 1_000_000_000],
        ];
        expect(read(spelled, englishWords, scales) * 100 + Number(cents)).toBe(minor);
      }),
    );
  });
});
