import type { useTranslations } from 'next-intl';
import { type CalendarPeriod, daysMeant } from '@/lib/domain/period';
import type { FilterParams } from '@/lib/entry/filter-params';
import type { Format } from '@/lib/i18n/format';

type Words = ReturnType<typeof useTranslations<never>>;

/** A condition that is set: what it is about, what it says, and the parameters that make it. */
export interface Condition {
  fields: readonly string[];
  /** Left out where the value tells it. */
  label?: string | undefined;
  value: string;
}

/** Without these parameters. */
export function dropped(fields: readonly string[]): FilterParams {
  return Object.fromEntries(fields.map((field) => [field, undefined]));
}

interface Days {
  period?: CalendarPeriod | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** The period of a list: a moving one by its name, one of its reader's by its days. */
export function periodCondition({ period, from, to }: Days, label: string, t: Words, format: Format): Condition[] {
  if (!period && !from && !to) return [];
  const value = (): string => {
    if (period && !from && !to) return t(`lists.periods.${period}`);
    if (from && to) return from === to ? format.shortDay(from) : `${format.listDay(from)} – ${format.shortDay(to)}`;
    return from ? t('lists.since', { day: format.shortDay(from) }) : t('lists.until', { day: format.shortDay(to ?? '') });
  };
  return [{ fields: ['period', 'from', 'to'], label, value: value() }];
}

/** The days a moving period means today, in words: for whoever wonders. */
export function periodDays(period: CalendarPeriod, format: Format): string {
  const { from = '', to = '' } = daysMeant({ period }, format.today);
  return from === to ? format.shortDay(from) : `${format.listDay(from)} – ${format.shortDay(to)}`;
}
