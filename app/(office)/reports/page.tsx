import { IconChartBar } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { singleParams } from '@/components/data-table/list-url';
import buttons from '@/components/form/button.module.css';
import { orderConditions } from '@/components/orders/order-conditions';
import { orderFilterNames } from '@/components/orders/order-filter-names';
import { AnalysisChart } from '@/components/reports/analysis-chart';
import { AnalysisClients, AnalysisFigures } from '@/components/reports/analysis-figures';
import { DownloadReport } from '@/components/reports/download-report';
import { GroupTable } from '@/components/reports/group-table';
import { GroupTools } from '@/components/reports/group-tools';
import { HourTable } from '@/components/reports/hour-table';
import { NoOrders } from '@/components/reports/no-orders';
import { ReportFoot } from '@/components/reports/report-foot';
import { ReportTabs, SaveReport } from '@/components/reports/report-head';
import { ReportTools, withOwnWords } from '@/components/reports/report-tools';
import { readReportUrl } from '@/components/reports/report-url';
import { ShortTables } from '@/components/reports/short-tables';
import { PageHead } from '@/components/shell/page-head';
import { EmptyState } from '@/components/states/empty-state';
import { Problem } from '@/components/states/problem';
import { ViewStrip } from '@/components/views/view-strip';
import { countOrders } from '@/lib/domain/orders/count-orders';
import { can } from '@/lib/domain/permissions';
import { getAnalysis } from '@/lib/domain/reports/get-analysis';
import { listReports } from '@/lib/domain/reports/get-report';
import { countLaterChanges } from '@/lib/domain/reports/later-changes';
import { listViews } from '@/lib/domain/views/list-views';
import { pageCtxFor, pageFormat } from '@/lib/entry/page';
import type { ListPageProps } from '../../page-props';
import { saveViewAction } from '../views/actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('title') };
}

export default async function ReportsPage({ searchParams }: ListPageProps) {
  const [given, ctx, format, t] = await Promise.all([searchParams, pageCtxFor('report.read'), pageFormat(), getTranslations()]);
  const url = readReportUrl(given, format.today);
  const { filter, range } = url.question;
  const [analysis, views, reports, names, known, later] = await Promise.all([
    getAnalysis(ctx, { ...url.question, prove: true }),
    listViews(ctx),
    listReports(ctx),
    orderFilterNames(ctx, filter),
    countOrders(ctx, {}),
    countLaterChanges(ctx, range),
  ]);
  const own = views.filter(({ list }) => list === 'reports');
  const view = own.find(({ id }) => String(id) === url.params.view);
  const saving = { mayTeam: can(ctx, 'view.team'), save: saveViewAction };
  const current = view && { view, ...saving };
  const tabs = <ReportTabs url={url} saved={own.length + reports.length} current={current} />;
  if (known === 0)
    return (
      <>
        <PageHead title={t('reports.title')} beside={tabs} />
        <EmptyState icon={<IconChartBar size={22} stroke={1.6} />} title={t('reportPage.empty')} text={t('reportPage.emptyText')}>
          {can(ctx, 'order.write') ? (
            <a href="/orders/new" className={buttons.primary}>
              {t('orders.first')}
            </a>
          ) : null}
        </EmptyState>
      </>
    );
  const set = orderConditions({ params: url.params, filter }, names, t, format);
  const conditions = withOwnWords(set, url, {
    search: t('reportPage.search'),
    withoutCancelled: t('reportPage.withoutCancelled'),
  });
  const none = analysis.figures.orders === 0;
  const actions = (
    <>
      {can(ctx, 'view.own') ? <SaveReport url={url} {...saving} /> : null}
      <DownloadReport url={url} rows={analysis.rows} symbol={format.symbol} />
    </>
  );
  return (
    <>
      <PageHead title={t('reports.title')} beside={tabs} actions={actions} />
      <Problem code={singleParams(given).problem} />
      <ReportTools url={url} analysis={analysis} conditions={conditions} names={names} format={format} />
      {current ? <ViewStrip url={url} current={view} {...saving} /> : null}
      <AnalysisFigures analysis={analysis} url={url} format={format} />
      <AnalysisClients analysis={analysis} url={url} format={format} />
      <AnalysisChart
        analysis={analysis}
        scope={url.scope}
        format={format}
        empty={none ? <NoOrders ctx={ctx} url={url} range={range} format={format} /> : null}
      />
      {none ? null : (
        <>
          <GroupTools url={url} rows={analysis.rows.length} />
          <GroupTable analysis={analysis} url={url} format={format} />
          <HourTable hours={analysis.hours} scope={url.scope} format={format} />
          <ShortTables rows={analysis.statuses} scope={url.scope} format={format} />
        </>
      )}
      <ReportFoot analysis={analysis} later={later} format={format} />
    </>
  );
}
