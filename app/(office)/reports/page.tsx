import { IconChartBar } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { singleParams } from '@/components/data-table/list-url';
import { NewReport } from '@/components/reports/new-report';
import { ReportTable } from '@/components/reports/report-table';
import { PageHead } from '@/components/shell/page-head';
import { EmptyState } from '@/components/states/empty-state';
import { Problem } from '@/components/states/problem';
import { can } from '@/lib/domain/permissions';
import { listReports } from '@/lib/domain/reports/get-report';
import { pageCtx, pageFormat } from '@/lib/entry/page';
import type { ListPageProps } from '../../page-props';
import { saveReportAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('title') };
}

export default async function ReportsPage({ searchParams }: ListPageProps) {
  const [ctx, format, t] = await Promise.all([pageCtx(), pageFormat(), getTranslations('reports')]);
  const reports = await listReports(ctx);
  return (
    <>
      <PageHead title={t('title')} />
      <Problem code={singleParams(await searchParams).problem} />
      {can(ctx, 'report.write') ? <NewReport save={saveReportAction} today={format.today} /> : null}
      {reports.length > 0 ? (
        <ReportTable reports={reports} format={format} />
      ) : (
        <EmptyState icon={<IconChartBar size={22} stroke={1.6} />} title={t('empty')} text={t('emptyText')} />
      )}
    </>
  );
}
