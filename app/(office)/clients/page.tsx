import { IconArrowMerge, IconPlus, IconSearch, IconSearchOff, IconUsers } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { clientListHref, readClientListUrl } from '@/components/clients/client-list-url';
import { ClientTable } from '@/components/clients/client-table';
import { Pager } from '@/components/data-table/pager';
import { PeriodFields } from '@/components/data-table/period-fields';
import table from '@/components/data-table/table.module.css';
import toolbar from '@/components/data-table/toolbar.module.css';
import styles from '@/components/duplicates/duplicate-groups.module.css';
import buttons from '@/components/form/button.module.css';
import { PageHead } from '@/components/shell/page-head';
import { EmptyState } from '@/components/states/empty-state';
import { listClientsWithTotals } from '@/lib/domain/clients/list-clients';
import { can } from '@/lib/domain/permissions';
import { pageCtx, pageFormat } from '@/lib/entry/page';
import type { ListPageProps } from '../../page-props';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clients'))('title') };
}

export default async function ClientsPage({ searchParams }: ListPageProps) {
  const url = readClientListUrl(await searchParams);
  const { q, from, to } = url.params;
  const filtered = [q, from, to].some((value) => value !== undefined);
  const [ctx, format, t] = await Promise.all([pageCtx(), pageFormat(), getTranslations()]);
  const list = await listClientsWithTotals(ctx, url.query);
  const create = can(ctx, 'client.write') ? (
    <a href="/clients/new" className={buttons.primary}>
      <IconPlus size={16} stroke={1.6} aria-hidden="true" />
      {t('clients.new')}
    </a>
  ) : null;
  return (
    <>
      <PageHead title={t('clients.title')} actions={create} />
      <form
        method="get"
        action="/clients"
        className={toolbar.toolbar}
        key={JSON.stringify(url.params)}
        aria-label={t('clients.searchHint')}
      >
        {url.params.sort ? <input type="hidden" name="sort" value={url.params.sort} /> : null}
        <div className={toolbar.search}>
          <IconSearch size={16} stroke={1.6} aria-hidden="true" />
          <input
            type="search"
            name="q"
            defaultValue={q}
            className={toolbar.input}
            placeholder={t('clients.searchHint')}
            aria-label={t('clients.searchHint')}
          />
        </div>
        <PeriodFields from={from} to={to} since={t('clients.addedSince')} />
        <button type="submit" className={buttons.button}>
          {t('table.find')}
        </button>
        {filtered ? (
          <a href="/clients" className={toolbar.reset}>
            {t('table.reset')}
          </a>
        ) : null}
      </form>
      {list.rows.length > 0 ? (
        <ClientTable rows={list.rows} url={url} format={format} />
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
        <a href="/clients/duplicates" className={styles.listLink}>
          <IconArrowMerge size={16} stroke={1.6} aria-hidden="true" />
          {t('duplicates.title')}
        </a>
        <Pager page={url.page} count={list.count} href={(page) => clientListHref(url, { page: String(page) })} />
      </div>
    </>
  );
}
