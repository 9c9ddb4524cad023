import { hrefWith, queryOf, singleParams } from '@/components/data-table/list-url';
import { type CalendarPeriod, calendarPeriod, type DayRange, isDay } from '@/lib/domain/period';
import type { AnalysisQuestion } from '@/lib/domain/reports/analysis';
import { isReportPeriod, isSensibleRange } from '@/lib/domain/reports/periods';
import type { FilterParams, SearchParams } from '@/lib/entry/filter-params';
import { readReportParams } from '@/lib/entry/report-params';
import { type RowSorting, rowSorts } from '@/lib/export/analysis/analysis-sorting';
import type { ReportScope } from './report-links';

/** Days that were typed and make no period. */
export interface WrongDays {
  from: string;
  to: string;
  field: 'from' | 'to';
  problem: 'missing' | 'order';
}

/** A report's address: what it asks, how its table stands, and the parts that links are made of. */
export interface ReportUrl {
  path: string;
  /** All of it but which rows are open. */
  params: FilterParams;
  question: AnalysisQuestion;
  /** What the orders behind its figures are chosen by. */
  scope: ReportScope;
  sorting: RowSorting | undefined;
  /** Sections of the table that are open, and that are shown in full; undefined when the address does not say. */
  open: readonly string[] | undefined;
  whole: readonly string[];
  wrongDays: WrongDays | undefined;
}

/** «The last N days» come as a number from their form. */
function withLastDays(given: SearchParams): SearchParams {
  const { last, ...others } = given;
  const period = `last_${[last].flat()[0]}`;
  return last !== undefined && isReportPeriod(period) ? { ...others, period, from: undefined, to: undefined } : others;
}

function wrongDaysOf({ from = '', to = '' }: FilterParams): WrongDays | undefined {
  if (from === '' && to === '') return undefined;
  if (!isDay(from)) return { from, to, field: 'from', problem: 'missing' };
  if (!isDay(to)) return { from, to, field: 'to', problem: 'missing' };
  return isSensibleRange({ from, to }) ? undefined : { from, to, field: 'to', problem: 'order' };
}

function sortingIn(text: string | undefined): RowSorting | undefined {
  const sort = rowSorts.find((name) => name === text?.replace(/^-/, ''));
  return sort && { sort, descending: text?.startsWith('-') ?? false };
}

function listIn(text: string | undefined): string[] | undefined {
  return text?.split(',').slice(0, 1000);
}

/** Reads the address of a report on a day; what makes no sense is left out, and days that make none are told. */
export function readReportUrl(given: SearchParams, today: string): ReportUrl {
  const asked = withLastDays(given);
  const { question, params, filterParams } = readReportParams(asked, today);
  const { sort, open, whole, view, ...single } = singleParams(asked);
  const sorting = sortingIn(sort);
  return {
    path: '/reports',
    params: { ...params, sort: sorting && sort, view: /^[1-9]\d{0,14}$/.test(view ?? '') ? view : undefined },
    question,
    scope: { range: question.range, conditions: filterParams },
    sorting,
    open: listIn(open),
    whole: listIn(whole) ?? [],
    wrongDays: wrongDaysOf(single),
  };
}

/** The spelling of a saved report, which no day changes. */
export function readSavedReport(given: SearchParams): Pick<ReportUrl, 'path' | 'params'> {
  return readReportUrl(given, '2000-01-01');
}

/** The same report with something changed. */
export function reportHref({ params }: Pick<ReportUrl, 'params'>, changed: FilterParams): string {
  return hrefWith('/reports', { ...params, ...changed });
}

/** Where a file of the report comes from, or its text for the clipboard. */
export function reportFileHref(url: Pick<ReportUrl, 'params'>, path: string, more: FilterParams = {}): string {
  return hrefWith(path, { ...Object.fromEntries(new URLSearchParams(queryOf(url))), ...more });
}

/** Periods of the switch. */
export const switchPeriods = ['week', 'month', 'quarter', 'year'] as const satisfies readonly CalendarPeriod[];

/** The calendar period that some days are, whenever it is. */
export function kindOf(range: DayRange): (typeof switchPeriods)[number] | undefined {
  return switchPeriods.find((kind) => {
    const { from, to } = calendarPeriod(kind, range.from);
    return from === range.from && to === range.to;
  });
}

/** Some days as an address names them: the present month by its name, so that it moves on with the days. */
export function daysInAddress(range: DayRange, today: string): FilterParams {
  const kind = kindOf(range);
  const present = kind && calendarPeriod(kind, today).from === range.from;
  return present ? { period: kind, from: undefined, to: undefined } : { period: undefined, ...range };
}
