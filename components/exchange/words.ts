import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { Problem } from '@/lib/domain/connections/schema';

/** Words of `exchange` by keys that only the running program knows: names of settings, codes of problems. */
export interface ExchangeWords {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
}

export async function exchangeWords(): Promise<ExchangeWords> {
  return (await getTranslations('exchange')) as unknown as ExchangeWords;
}

export function useExchangeWords(): ExchangeWords {
  return useTranslations('exchange') as unknown as ExchangeWords;
}

/** A code in words; the code itself where nobody has worded it. */
export function told(
  t: ExchangeWords,
  group: 'problems' | 'notes' | 'checks',
  { code, values }: Omit<Problem, 'code'> & { code: string },
): string {
  return t.has(`${group}.${code}`) ? t(`${group}.${code}`, values) : code;
}

/** The words of a key, or what stands in for them. */
export function wordOr(t: ExchangeWords, key: string, other: string): string {
  return t.has(key) ? t(key) : other;
}
