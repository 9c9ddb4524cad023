import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { hrefWith } from '@/components/data-table/list-url';
import { Figures } from '@/components/text/figures';
import type { DayRange } from '@/lib/domain/period';
import type { LaterChanges } from '@/lib/domain/reports/later-changes';
import type { PeriodFigures } from '@/lib/domain/reports/order-effects';
import type { Format } from '@/lib/i18n/format';
import styles from './later-changes.module.css';

/** A difference by its sign, a true minus: `+3`, `−25,00 ₽`. */
export function signed(value: number, text: (size: number) => string): string {
  return `${value < 0 ? '−' : '+'}${text(Math.abs(value))}`;
}

interface DeltaProps {
  value: number;
  text: (size: number) => string;
}

/** What was added or taken away; nothing is a quiet zero. */
export function Delta({ value, text }: DeltaProps) {
  if (value === 0) return <span className="num muted">0</span>;
  const Arrow = value < 0 ? IconArrowDownRight : IconArrowUpRight;
  return (
    <span className={`${styles.delta} num`}>
      <Arrow size={14} stroke={1.6} aria-hidden="true" />
      {signed(value, text)}
    </span>
  );
}

const statuses = { completed: 'Completed', cancelled: 'Cancelled' } as const;

interface LaterFiguresProps {
  changes: Pick<LaterChanges, 'was' | 'now' | 'ended' | 'tooMany'>;
  range: DayRange;
  format: Format;
}

/** The figures of a period now, with what they were at its end and the difference. */
export function LaterFigures({ changes: { was, now, ended, tooMany }, range, format }: LaterFiguresProps) {
  const t = useTranslations('laterChanges');
  const figure = (label: string, name: keyof PeriodFigures, status?: string) => {
    const text = name === 'totalMinor' ? format.money : format.number;
    const difference = now[name] - was[name];
    const note =
      difference === 0 ? (
        t('wasSame')
      ) : (
        <>
          <Delta value={difference} text={text} /> {t('was', { value: text(was[name]) })}
        </>
      );
    const href = hrefWith('/orders', { ...range, status });
    return { label, value: <span className="num">{text(now[name])}</span>, href, note: ended && !tooMany ? note : undefined };
  };
  return (
    <Figures
      figures={[
        figure(t('orders'), 'orders'),
        figure(t('sum'), 'totalMinor'),
        figure(t('completed'), 'completed', statuses.completed),
        figure(t('cancelled'), 'cancelled', statuses.cancelled),
      ]}
    />
  );
}
