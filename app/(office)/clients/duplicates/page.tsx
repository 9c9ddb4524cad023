import { IconUsers } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { hrefWith, singleParams } from '@/components/data-table/list-url';
import table from '@/components/data-table/table.module.css';
import toolbar from '@/components/data-table/toolbar.module.css';
import { DuplicateGroups } from '@/components/duplicates/duplicate-groups';
import styles from '@/components/duplicates/duplicate-groups.module.css';
import buttons from '@/components/form/button.module.css';
import { PageHead } from '@/components/shell/page-head';
import { EmptyState } from '@/components/states/empty-state';
import { listDuplicates, sharedKinds } from '@/lib/domain/duplicates/list-duplicates';
import { can } from '@/lib/domain/permissions';
import { pageCtx, pageFormat } from '@/lib/entry/page';
import type { ListPageProps } from '../../../page-props';

const path = '/clients/duplicates';
/** Groups on a page. */
const limit = 20;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('duplicates'))('title') };
}

export default async function DuplicatesPage({ searchParams }: ListPageProps) {
  const params = singleParams(await searchParams);
  const by = sharedKinds.find((kind) => kind === params.by) ?? 'phone';
  const after = params.after?.slice(0, 400);
  const [ctx, format, t] = await Promise.all([pageCtx(), pageFormat(), getTranslations()]);
  const { groups, next } = await listDuplicates(ctx, { by, after, limit });
  return (
    <>
      <PageHead title={t('duplicates.title')} parent={{ href: '/clients', label: t('clients.title') }} />
      <nav aria-label={t('duplicates.kinds')} className={`${toolbar.tabs} ${styles.tabs}`}>
        {sharedKinds.map((kind) => (
          <a key={kind} href={hrefWith(path, { by: kind })} className={toolbar.tab} aria-current={kind === by ? 'true' : undefined}>
            {t(`duplicates.by.${kind}`)}
          </a>
        ))}
      </nav>
      <p className={styles.about}>{t(`duplicates.about.${by}`)}</p>
      {groups.length > 0 ? (
        <DuplicateGroups groups={groups} format={format} mayMerge={can(ctx, 'client.write')} />
      ) : (
        <EmptyState icon={<IconUsers size={22} stroke={1.6} />} title={t('duplicates.empty')} text={t('duplicates.emptyText')}>
          <a href="/clients" className={buttons.button}>
            {t('duplicates.toClients')}
          </a>
        </EmptyState>
      )}
      {after || next ? (
        <nav className={table.foot} aria-label={t('table.pages')}>
          {after ? <a href={hrefWith(path, { by })}>{t('duplicates.toFirst')}</a> : null}
          {next ? (
            <a href={hrefWith(path, { by, after: next })} rel="next" className={buttons.button}>
              {t('duplicates.next')}
            </a>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}
