import { IconRefresh } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import buttons from '@/components/form/button.module.css';
import styles from '@/components/reports/control.module.css';
import { ControlTable } from '@/components/reports/control-table';
import { ControlVerdict, LastVerification } from '@/components/reports/control-verdict';
import { PageHead } from '@/components/shell/page-head';
import { can } from '@/lib/domain/permissions';
import { checkTotals } from '@/lib/domain/verify/check-totals';
import { listVerifications } from '@/lib/domain/verify/list-verifications';
import { pageCtxFor, pageFormat } from '@/lib/entry/page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('control'))('title') };
}

export default async function ControlPage() {
  const [ctx, format, t] = await Promise.all([pageCtxFor('report.read'), pageFormat(), getTranslations('control')]);
  const control = await checkTotals(ctx);
  const mayVerify = can(ctx, 'verification.read');
  const [last] = mayVerify ? await listVerifications(ctx, 1) : [];
  return (
    <>
      <PageHead
        title={t('title')}
        parent={{ href: '/reports', label: t('reports') }}
        under={t('how')}
        actions={
          <a href="/reports/check" className={buttons.button}>
            <IconRefresh size={16} stroke={1.6} aria-hidden="true" />
            {t('again')}
          </a>
        }
      />
      <ControlVerdict control={control} format={format} />
      <ControlTable rows={control.rows} format={format} />
      <div className={styles.notes}>
        <p className={styles.note}>{t('saved')}</p>
        {mayVerify ? <LastVerification run={last} format={format} /> : null}
      </div>
    </>
  );
}
