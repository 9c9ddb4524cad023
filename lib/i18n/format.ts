import { addDays, dayInZone } from '@/lib/domain/period';
import type { Locale } from './locale';

export interface FormatSettings {
  locale: Locale;
  /** IANA name. */
  timeZone: string;
  /** ISO 4217. */
  currency: string;
  /** UTC epoch ms. */
  now: number;
}

const tags: Record<Locale, string> = { ru: 'ru-RU', en: 'en-GB' };

/** The day of a calendar date, as an instant that every formatter of zone UTC shows as that day. */
function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

function makeFormatters({ locale, timeZone, currency }: Omit<FormatSettings, 'now'>) {
  const tag = tags[locale];
  const symbol = new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value;
  return {
    symbol: symbol ?? currency,
    amount: new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    number: new Intl.NumberFormat(tag, { maximumFractionDigits: 3 }),
    time: new Intl.DateTimeFormat(tag, { timeZone, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }),
    exact: new Intl.DateTimeFormat(tag, { timeZone, dateStyle: 'long', timeStyle: 'long' }),
    dayMonth: new Intl.DateTimeFormat(tag, { timeZone: 'UTC', day: '2-digit', month: locale === 'ru' ? '2-digit' : 'short' }),
    shortDay: new Intl.DateTimeFormat(tag, {
      timeZone: 'UTC',
      day: '2-digit',
      month: locale === 'ru' ? '2-digit' : 'short',
      year: 'numeric',
    }),
    longDay: new Intl.DateTimeFormat(tag, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }),
    longDayMonth: new Intl.DateTimeFormat(tag, { timeZone: 'UTC', day: 'numeric', month: 'long' }),
    shortMonth: new Intl.DateTimeFormat(tag, { timeZone: 'UTC', month: 'short' }),
    longMonth: new Intl.DateTimeFormat(tag, { timeZone: 'UTC', month: 'long', year: 'numeric' }),
    weekday: new Intl.DateTimeFormat(tag, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' }),
    weekdayName: new Intl.DateTimeFormat(tag, { timeZone: 'UTC', weekday: 'long' }),
  };
}

const made = new Map<string, ReturnType<typeof makeFormatters>>();

function formattersOf(settings: FormatSettings) {
  const key = `${settings.locale} ${settings.timeZone} ${settings.currency}`;
  const known = made.get(key) ?? makeFormatters(settings);
  made.set(key, known);
  return known;
}

/** Russian long dates without their «г.». */
function withoutYearWord(text: string): string {
  return text.replace(/\s?г\.$/, '');
}

/** How numbers, money and dates are shown to one visitor. Spaces within a value never break. */
export function makeFormat(settings: FormatSettings) {
  const { locale, timeZone } = settings;
  const f = formattersOf(settings);
  const today = dayInZone(settings.now, timeZone);
  const time = (at: number): string => f.time.format(at).replace(/^0(?=\d:)/, '');
  const dayOf = (at: number): string => dayInZone(at, timeZone);
  const shortDay = (day: string): string => f.shortDay.format(noon(day));
  const longDay = (day: string): string => withoutYearWord(f.longDay.format(noon(day)));
  const amount = (minor: number): string => f.amount.format(minor / 100);
  return {
    locale,
    /** ISO 4217. */
    currency: settings.currency,
    today,
    symbol: f.symbol,
    /** `2026-11-23` of an instant, in the organisation's zone. */
    dayOf,
    amount,
    money: (minor: number): string => `${amount(minor)}\u00a0${f.symbol}`,
    number: (value: number): string => f.number.format(value),
    quantity: (milli: number): string => f.number.format(milli / 1000),
    time,
    shortDay,
    longDay,
    /** `23.11`, with the year when it is another one. */
    listDay: (day: string): string => (day.slice(0, 4) === today.slice(0, 4) ? f.dayMonth.format(noon(day)) : shortDay(day)),
    longDateTime: (at: number): string => `${longDay(dayOf(at))}, ${time(at)}`,
    /** With seconds and zone, for a tooltip. */
    exact: (at: number): string => f.exact.format(at),
    /** `Понедельник` for 1, `Воскресенье` for 7. */
    weekday: (n: number): string => {
      const text = f.weekdayName.format(noon(`2024-01-0${n}`));
      return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
    },
    /** `Понедельник, 23 ноября`, with the year when it is another one. */
    dayHeading: (day: string): string => {
      const text = f.weekday.format(noon(day));
      const year = day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`;
      return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1) + year;
    },
    /** `ноя` and `ноябрь 2026` of a day. */
    shortMonth: (day: string): string => f.shortMonth.format(noon(day)).replace('.', '').slice(0, 3),
    longMonth: (day: string): string => withoutYearWord(f.longMonth.format(noon(day))),
    dayAndMonth: (day: string): string => f.longDayMonth.format(noon(day)),
    isToday: (day: string): boolean => day === today,
    isYesterday: (day: string): boolean => day === addDays(today, -1),
    /** Whole days since a calendar day. */
    daysSince: (day: string): number => Math.round((noon(today).getTime() - noon(day).getTime()) / 86_400_000),
    period: (from: string, to: string): string => (from === to ? longDay(from) : `${longDay(from)} – ${longDay(to)}`),
  };
}

export type Format = ReturnType<typeof makeFormat>;
