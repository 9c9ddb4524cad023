import { getTranslations } from 'next-intl/server';
import { groupText } from '@/components/reports/group-text';
import { readReportUrl } from '@/components/reports/report-url';
import { can } from '@/lib/domain/permissions';
import { getAnalysis } from '@/lib/domain/reports/get-analysis';
import { pageFormat, signedInCtx } from '@/lib/entry/page';

/** The table of a report as text with tabs, for the clipboard. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await signedInCtx();
  if (!ctx) return new Response(null, { status: 401 });
  if (!can(ctx, 'report.read')) return new Response(null, { status: 403 });
  const [format, t] = await Promise.all([pageFormat(), getTranslations()]);
  const { question } = readReportUrl(Object.fromEntries(new URL(request.url).searchParams), format.today);
  const analysis = await getAnalysis(ctx, { ...question, compare: 'none' });
  return new Response(groupText(analysis, question.groups, t, format), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
