import type { useTranslations } from 'next-intl';
import { statusOf } from '@/components/orders/order-status';
import { addDays, type DayRange } from '@/lib/domain/period';
import type { GroupRow, ReportGroup } from '@/lib/domain/reports/analysis';
import type { Format } from '@/lib/i18n/format';
import { rangeText } from '@/lib/i18n/ranges';

export type Words = ReturnType<typeof useTranslations<never>>;

/** What a row of the report's table is called. */
export function rowName({ key, name }: Pick<GroupRow, 'key' | 'name'>, group: ReportGroup | undefined, t: Words, format: Format): string {
  if (!group || key === null) return t(`reportPage.nameless.${group ?? 'client'}`);
  const text = String(key);
  switch (group) {
    case 'status':
      return t(`status.${statusOf(text)}`);
    case 'day':
      return format.dayHeading(text);
    case 'week':
      return rangeText({ from: text, to: addDays(text, 6) }, format);
    case 'month':
      return capital(format.longMonth(`${text}-01`), format.locale);
    case 'year':
      return text;
    default:
      return name ?? `№ ${text}`;
  }
}

function capital(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** Hundredths of a percent as `79,9 %`, always with one digit behind the point so that a column of them stands straight. */
export function shareText(hundredths: number, { amount }: Pick<Format, 'amount'>): string {
  return `${amount(Math.round(hundredths / 10) * 10).slice(0, -1)}\u00a0%`;
}

/** «с октябрём» for the days of one month from its first on, else in general words. */
export function comparedWith(base: DayRange, compare: 'previous' | 'year', t: Words): string {
  const month = base.from.slice(5, 7);
  const ofMonth = base.from.endsWith('-01') && base.from.slice(0, 7) === base.to.slice(0, 7) && base.from !== base.to;
  return ofMonth && compare === 'previous' ? t(`reportPage.withMonth.${month as '01'}`) : t(`reportPage.compare.${compare}`);
}
