import { useTranslations } from 'next-intl';
import type { Sums } from '@/lib/domain/verify/control-row';
import type { Format } from '@/lib/i18n/format';
import styles from './control.module.css';
import { signed } from './later-figures';

const besides: readonly (keyof Sums)[] = ['count', 'completed', 'averageMinor', 'quantityMilli'];

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
    sum: (sums: Sums) => words.totalMinor(sums.totalMinor ?? 0),
    /** The other figures of those named, as `3 заказа · в среднем 12 500,00 ₽`. */
    besides: (sums: Sums, names: Sums) =>
      besides.flatMap((name) => (names[name] === undefined ? [] : [words[name](sums[name] ?? 0)])).join(' · '),
    /** By how much those named differ, the sum first. */
    differences: (shown: Sums, counted: Sums, names: readonly (keyof Sums)[]) =>
      (['totalMinor', ...besides] as const)
        .filter((name) => names.includes(name))
        .map((name) => {
          const difference = (shown[name] ?? 0) - (counted[name] ?? 0);
          if (name === 'averageMinor') return t('average', { sum: signed(difference, format.money) });
          return name === 'completed' ? t('completed', { n: signed(difference, format.number) }) : signed(difference, words[name]);
        }),
  };
}

interface SumsTextProps {
  sums: Sums;
  /** Only the figures that these have. */
  names: Sums;
  format: Format;
}

/** The sum, and what else the place tells, a step back. */
export function SumsText({ sums, names, format }: SumsTextProps) {
  const words = useSums(format);
  const rest = words.besides(sums, names);
  return (
    <>
      {words.sum(sums)}
      {rest ? <span className={styles.rest}>{rest}</span> : null}
    </>
  );
}
