import { IconTableImport, IconUpload } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { hrefWith, singleParams } from '@/components/data-table/list-url';
import buttons from '@/components/form/button.module.css';
import { CheckPager } from '@/components/imports/check-pager';
import { ImportTable } from '@/components/imports/import-table';
import { PageHead } from '@/components/shell/page-head';
import { EmptyState } from '@/components/states/empty-state';
import { listImports } from '@/lib/domain/imports/get-import';
import { listAuthors } from '@/lib/domain/users/list-users';
import { pageCtxFor, pageFormat } from '@/lib/entry/page';
import type { ListPageProps } from '../../page-props';

/** Imports of a page. */
const shown = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('importing'))('list') };
}

export default async function ImportsPage({ searchParams }: ListPageProps) {
  const [ctx, given, format, t] = await Promise.all([pageCtxFor('import.write'), searchParams, pageFormat(), getTranslations('importing')]);
  const { before } = singleParams(given);
  const place = /^[1-9]\d{0,14}$/.test(before ?? '') ? Number(before) : undefined;
  const [listed, authors] = await Promise.all([listImports(ctx, { before: place, limit: shown + 1 }), listAuthors(ctx)]);
  const rows = listed.slice(0, shown);
  const create = (
    <a href="/imports/new" className={buttons.primary}>
      <IconUpload size={16} stroke={1.6} aria-hidden="true" />
      {t('new')}
    </a>
  );
  return (
    <>
      <PageHead title={t('list')} actions={rows.length > 0 ? create : null} />
      {rows.length > 0 ? (
        <ImportTable imports={rows} authors={authors} format={format} />
      ) : (
        <EmptyState icon={<IconTableImport size={22} stroke={1.6} />} title={t('empty')} text={t('emptyText')}>
          {create}
        </EmptyState>
      )}
      <CheckPager
        previous={place === undefined ? undefined : '/imports'}
        next={listed.length > shown ? hrefWith('/imports', { before: rows.at(-1)?.id.toString() }) : undefined}
      />
    </>
  );
}
