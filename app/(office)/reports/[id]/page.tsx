import { IconDownload, IconTrash } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import buttons from '@/components/form/button.module.css';
import { ReportFigures } from '@/components/reports/report-figures';
import styles from '@/components/reports/reports.module.css';
import { PageHead } from '@/components/shell/page-head';
import { can } from '@/lib/domain/permissions';
import { getReport } from '@/lib/domain/reports/get-report';
import { found, pageCtx, pageFormat, recordId } from '@/lib/entry/page';
import type { RecordPageProps } from '../../../page-props';
import { deleteReportAction } from '../actions';

const formats = ['xlsx', 'csv', 'pdf', 'json', 'txt'] as const;

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('number', { id: (await params).id }) };
}

export default async function ReportPage({ params }: RecordPageProps) {
  const id = recordId((await params).id);
  const [ctx, format, t] = await Promise.all([pageCtx(), pageFormat(), getTranslations('reports')]);
  const report = await found(getReport(ctx, id));
  const remove = (
    <form action={deleteReportAction}>
      <input type="hidden" name="id" value={id} />
      <button type="submit" className={buttons.danger}>
        <IconTrash size={16} stroke={1.6} aria-hidden="true" />
        {t('delete')}
      </button>
    </form>
  );
  return (
    <>
      <PageHead
        parent={{ href: '/reports/saved', label: t('title') }}
        title={format.period(report.fromDay, report.toDay)}
        under={t('savedAt', { when: format.longDateTime(report.createdAt) })}
        actions={can(ctx, 'report.write') ? remove : null}
      />
      <ReportFigures report={report} format={format} />
      <p className={styles.note}>{t('frozen')}</p>
      <nav aria-label={t('download')} className={styles.downloads}>
        <h2>{t('download')}</h2>
        {formats.map((name) => (
          <a key={name} href={`/api/reports/get/${id}/?format=${name}`} className={buttons.button} download>
            <IconDownload size={16} stroke={1.6} aria-hidden="true" />
            {t(`formats.${name}`)}
          </a>
        ))}
      </nav>
    </>
  );
}
