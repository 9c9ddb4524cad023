// The default export alone: Node takes the package as CommonJS, Next as a module.
import numberToWords from 'number-to-words-ru';
import { formatMinor } from '../money';

export interface InWords {
  locale: 'ru' | 'en';
  /** ISO 4217. */
  currency: string;
}

const russian = { RUB: 'rub', USD: 'usd', EUR: 'eur' } as const;

type Known = keyof typeof russian;
type OneAndMany = readonly [one: string, many: string];

const english: Record<Known, { whole: OneAndMany; fraction: OneAndMany }> = {
  RUB: { whole: ['ruble', 'rubles'], fraction: ['kopeck', 'kopecks'] },
  USD: { whole: ['dollar', 'dollars'], fraction: ['cent', 'cents'] },
  EUR: { whole: ['euro', 'euros'], fraction: ['cent', 'cents'] },
};

const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const scales = [
  [1_000_000_000, 'billion'],
  [1_000_000, 'million'],
  [1000, 'thousand'],
  [100, 'hundred'],
] as const;

function englishNumber(value: number): string {
  if (value < 20) return small[value] ?? '';
  if (value < 100) return [tens[Math.floor(value / 10)], value % 10 ? small[value % 10] : undefined].filter(Boolean).join('-');
  const [size, name] = scales.find(([least]) => value >= least) ?? scales[3];
  const rest = value % size;
  return `${englishNumber(Math.floor(value / size))} ${name}${rest ? ` ${englishNumber(rest)}` : ''}`;
}

function englishSum(whole: number, fraction: string, currency: Known): string {
  const words = english[currency];
  const text = englishNumber(whole);
  const named = (value: number, [one, many]: OneAndMany) => (value === 1 ? one : many);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} ${named(whole, words.whole)} ${fraction} ${named(Number(fraction), words.fraction)}`;
}

/**
 * Kopecks as documents spell them: «Двести восемьдесят тысяч восемьсот семьдесят шесть рублей 00 копеек». Undefined for a
 * currency whose words are not known: figures stand alone then.
 */
export function sumInWords(minor: number, { locale, currency }: InWords): string | undefined {
  if (!Object.hasOwn(russian, currency)) return undefined;
  const known = currency as Known;
  const text = formatMinor(minor);
  if (locale === 'ru') return numberToWords.convert(text, { currency: russian[known] });
  const [whole = '', fraction = ''] = text.split('.');
  return englishSum(Number(whole), fraction, known);
}
