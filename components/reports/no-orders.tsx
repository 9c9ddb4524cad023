import { getTranslations } from 'next-intl/server';
import type { Ctx } from '@/lib/domain/context';
import { calendarPeriod, type DayRange } from '@/lib/domain/period';
import type { Format } from '@/lib/i18n/format';
import { rangeName } from '@/lib/i18n/ranges';
import { nearestDay } from './nearest-orders';
import { daysInAddress, kindOf, type ReportUrl, reportHref } from './report-url';

interface NoOrdersProps {
  ctx: Ctx;
  url: ReportUrl;
  range: DayRange;
  format: Format;
}

/** In place of bars: nothing was found, and the period nearest to this one in which there is something. */
export async function NoOrders({ ctx, url, range, format }: NoOrdersProps) {
  const [t, day] = await Promise.all([getTranslations('reportPage.chart'), nearestDay(ctx, url.question.filter, range)]);
  const days = day && calendarPeriod(kindOf(range) ?? 'month', day);
  return (
    <>
      <p>{t('empty')}</p>
      {days ? <a href={reportHref(url, daysInAddress(days, format.today))}>{t('nearest', { days: rangeName(days, format) })}</a> : null}
    </>
  );
}
