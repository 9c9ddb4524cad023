import { useTranslations } from 'next-intl';
import type { Sums } from '@/lib/domain/verify/control-row';
import type { Format } from '@/lib/i18n/format';
import { signed } from './later-figures';

const order: readonly (keyof Sums)[] = ['totalMinor', 'count', 'completed', 'averageMinor', 'quantityMilli'];

/** The words of each figure that a place has, the sum first. */
export function useSums(format: Format) {
  const t = useTranslations('control');
  const words: Record<keyof Sums, (value: number) => string> = {
    totalMinor: format.money,
    count: (n) => t('count', { n }),
    completed: (n) => t('completed', { n: format.number(n) }),
    averageMinor: (minor) => t('average', { sum: format.money(minor) }),
    quantityMilli: (milli) => t('units', { n: format.quantity(milli) }),
  };
  return {
    /** The figures named, as `12 500,00 ₽ · 3 заказа`. */
    told: (sums: Sums, names: Sums) =>
      order.flatMap((name) => (names[name] === undefined ? [] : [words[name](sums[name] ?? 0)])).join(' · '),
    /** By how much those named differ. */
    difference: (shown: Sums, counted: Sums, names: readonly (keyof Sums)[]) =>
      names.map((name) => signed((shown[name] ?? 0) - (counted[name] ?? 0), words[name])).join(' · '),
  };
}
