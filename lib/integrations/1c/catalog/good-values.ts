import type { ForeignGood } from '@/lib/domain/exchange/take-goods';
import { maxPriceMinor } from '@/lib/domain/money';
import type { CmlGood } from './read-goods';
import type { Vocabulary } from './vocabulary';

/** One line of text that a field of ours takes. */
function lineOf(text: string, length: number): string | undefined {
  const plain = text
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
    .slice(0, length)
    .trim();
  return plain === '' ? undefined : plain;
}

/** Decimal text in units of its last digit, half up; undefined for what is none. */
function roundedTo(text: string, digits: number): number | undefined {
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', part = ''] = match;
  const kept = BigInt(whole + part.slice(0, digits).padEnd(digits, '0'));
  const up = Number(part[digits] ?? '0') >= 5 ? 1n : 0n;
  const value = Number(kept + up);
  return sign ? -value : value;
}

/** Basis points of a rate as 1C words it; null is «без НДС», undefined where nothing is told. */
function vatOf(text: string): number | null | undefined {
  if (text === '') return undefined;
  const percent = /^(\d{1,2}(?:[.,]\d{1,2})?)\s*%?$/.exec(text.trim())?.[1];
  if (percent !== undefined) return Math.round(Number(percent.replace(',', '.')) * 100);
  return /без/i.test(text) ? null : undefined;
}

/** The price of the chosen type, by its name or id; without a choice, or when there is only one, the first. */
function priceOf({ prices }: CmlGood, chosen: string, { priceTypes }: Vocabulary): number | undefined {
  const wanted = chosen.trim().toLowerCase();
  const named = prices.find(({ type }) => type.toLowerCase() === wanted || priceTypes[type]?.toLowerCase() === wanted);
  const price = wanted === '' ? prices[0] : (named ?? (prices.length === 1 && prices[0]?.type === '' ? prices[0] : undefined));
  const minor = price ? roundedTo(price.price, 2) : undefined;
  return minor !== undefined && minor >= 0 && minor <= maxPriceMinor ? minor : undefined;
}

/** A good of a file as our catalogue takes it; what the file says nothing about is left out. */
export function goodValues(good: CmlGood, priceType: string, vocabulary: Vocabulary): ForeignGood {
  const told = {
    name: lineOf(good.name, 255),
    sku: lineOf(good.sku, 60),
    unit: lineOf(good.unit, 20),
    price: priceOf(good, priceType, vocabulary),
    vat_rate: vatOf(good.vat),
    deleted: good.deleted ?? undefined,
    stock: good.stock?.map(({ warehouse, quantity }) => ({
      warehouse: (vocabulary.warehouses[warehouse] ?? warehouse).slice(0, 100),
      quantityMilli: roundedTo(quantity, 3) ?? 0,
    })),
  };
  const given = Object.entries(told).filter(([, value]) => value !== undefined);
  return { remoteId: good.id, ...Object.fromEntries(given) };
}
