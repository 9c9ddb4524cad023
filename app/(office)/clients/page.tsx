import { IconArrowMerge, IconPlus, IconSearchOff, IconUsers } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SelectBar } from '@/components/bulk/select-bar';
import { clientListHref, isFiltered, readClientListUrl } from '@/components/clients/client-list-url';
import { ClientTable } from '@/components/clients/client-table';
import { ClientToolbar } from '@/components/clients/client-toolbar';
import { hrefWith } from '@/components/data-table/list-url';
import { Pager } from '@/components/data-table/pager';
import { ShownFor } from '@/components/data-table/shown-for';
import table from '@/components/data-table/table.module.css';
import styles from '@/components/duplicates/duplicate-groups.module.css';
import buttons from '@/components/form/button.module.css';
import { PageHead } from '@/components/shell/page-head';
import { EmptyState } from '@/components/states/empty-state';
import { listClientPage } from '@/lib/domain/clients/list-clients';
import { can } from '@/lib/domain/permissions';
import { listAuthors } from '@/lib/domain/users/list-users';
import { pageCtx, pageFormat } from '@/lib/entry/page';
import type { ListPageProps } from '../../page-props';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clients'))('title') };
}

export default async function ClientsPage({ searchParams }: ListPageProps) {
  const url = readClientListUrl(await searchParams);
  const { q } = url.params;
  const filtered = isFiltered(url);
  const [ctx, format, t] = await Promise.all([pageCtx(), pageFormat(), getTranslations()]);
  const [list, authors] = await Promise.all([listClientPage(ctx, url.filter, url.page), listAuthors(ctx)]);
  const mayWrite = can(ctx, 'client.write');
  const all = hrefWith('/clients/bulk', { ...url.params, ...(list.shownFor ? { q: list.shownFor } : {}), sort: undefined, all: '1' });
  const create = mayWrite ? (
    <a href="/clients/new" className={buttons.primary}>
      <IconPlus size={16} stroke={1.6} aria-hidden="true" />
      {t('clients.new')}
    </a>
  ) : null;
  return (
    <>
      <PageHead title={t('clients.title')} actions={create} />
      <ClientToolbar url={url} authors={authors} />
      <ShownFor typed={url.filter.search} meant={list.shownFor} />
      {list.rows.length > 0 ? (
        <ClientTable rows={list.rows} url={url} format={format} ticks={mayWrite} />
      ) : filtered ? (
        <EmptyState
          icon={<IconSearchOff size={22} stroke={1.6} />}
          title={t('clients.notFound')}
          text={q ? t('table.tried', { q }) : t('clients.noneAdded')}
        >
          <a href="/clients" className={buttons.button}>
            {t('table.reset')}
          </a>
        </EmptyState>
      ) : (
        <EmptyState icon={<IconUsers size={22} stroke={1.6} />} title={t('clients.empty')} text={t('clients.emptyText')} />
      )}
      <div className={table.foot}>
        <span role="status">{t.rich('clients.count', { n: list.count, b: (text) => <b>{text}</b> })}</span>
        {mayWrite && list.rows.length > 0 ? <SelectBar action="/clients/bulk" all={all} /> : null}
        <a href="/clients/duplicates" className={styles.listLink}>
          <IconArrowMerge size={16} stroke={1.6} aria-hidden="true" />
          {t('duplicates.title')}
        </a>
        <Pager page={list} href={(place) => clientListHref(url, place)} />
      </div>
    </>
  );
}
