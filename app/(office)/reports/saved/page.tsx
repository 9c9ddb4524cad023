import { IconBookmark } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { singleParams } from '@/components/data-table/list-url';
import { NewReport } from '@/components/reports/new-report';
import { ReportTabs } from '@/components/reports/report-head';
import { ReportTable } from '@/components/reports/report-table';
import styles from '@/components/reports/reports.module.css';
import { SavedDefinitions } from '@/components/reports/saved-definitions';
import { PageHead } from '@/components/shell/page-head';
import { EmptyState } from '@/components/states/empty-state';
import { Problem } from '@/components/states/problem';
import { can } from '@/lib/domain/permissions';
import { listReports } from '@/lib/domain/reports/get-report';
import { listViews } from '@/lib/domain/views/list-views';
import { pageCtxFor, pageFormat } from '@/lib/entry/page';
import type { ListPageProps } from '../../../page-props';
import { saveViewAction } from '../../views/actions';
import { saveReportAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reportPage.saved'))('title') };
}

/** Reports under a name, which count anew, and figures as they were once saved. */
export default async function SavedReportsPage({ searchParams }: ListPageProps) {
  const [given, ctx, format, t] = await Promise.all([searchParams, pageCtxFor('report.read'), pageFormat(), getTranslations()]);
  const [reports, views] = await Promise.all([listReports(ctx), listViews(ctx)]);
  const definitions = views.filter(({ list }) => list === 'reports');
  return (
    <>
      <PageHead title={t('reports.title')} beside={<ReportTabs url={undefined} saved={definitions.length + reports.length} />} />
      <Problem code={singleParams(given).problem} />
      {definitions.length > 0 ? (
        <SavedDefinitions views={definitions} mayTeam={can(ctx, 'view.team')} save={saveViewAction} />
      ) : (
        <EmptyState
          icon={<IconBookmark size={22} stroke={1.6} />}
          title={t('reportPage.saved.none')}
          text={t('reportPage.saved.noneText')}
        />
      )}
      <h2 className={styles.part}>{t('reportPage.saved.figures')}</h2>
      {can(ctx, 'report.write') ? <NewReport save={saveReportAction} today={format.today} /> : null}
      {reports.length > 0 ? <ReportTable reports={reports} format={format} /> : <p className={styles.note}>{t('reports.emptyText')}</p>}
    </>
  );
}
