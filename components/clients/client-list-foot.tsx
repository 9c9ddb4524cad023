import { IconArrowMerge } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { SelectBar } from '@/components/bulk/select-bar';
import type { LayoutAction } from '@/components/data-table/layout-menu';
import { hrefWith, listHref } from '@/components/data-table/list-url';
import { PageSize } from '@/components/data-table/page-size';
import { Pager } from '@/components/data-table/pager';
import table from '@/components/data-table/table.module.css';
import styles from '@/components/duplicates/duplicate-groups.module.css';
import type { ClientListPage } from '@/lib/domain/clients/list-clients';
import type { ClientListUrl } from './client-list-url';

interface ClientListFootProps {
  list: ClientListPage;
  url: ClientListUrl;
  mayWrite: boolean;
  /** Rows of a page. */
  rows: number;
  save: LayoutAction;
}

/** How many are found, and the way through them. */
export function ClientListFoot({ list, url, mayWrite, rows, save }: ClientListFootProps) {
  const t = useTranslations();
  // What was meant is what is shown, so that is what is changed.
  const meant = list.shownFor ? { q: list.shownFor } : {};
  const all = hrefWith('/clients/bulk', { ...url.params, ...meant, sort: undefined, view: undefined, all: '1' });
  return (
    <div className={table.foot}>
      <span role="status">{t.rich('clients.count', { n: list.count, b: (text) => <b>{text}</b> })}</span>
      {mayWrite && list.rows.length > 0 ? <SelectBar action="/clients/bulk" all={all} /> : null}
      <a href="/clients/duplicates" className={styles.listLink}>
        <IconArrowMerge size={16} stroke={1.6} aria-hidden="true" />
        {t('duplicates.title')}
      </a>
      <div className={table.pages}>
        <PageSize list="clients" rows={rows} back={listHref(url, {})} save={save} />
        <Pager page={list} href={(place) => listHref(url, place)} />
      </div>
    </div>
  );
}
