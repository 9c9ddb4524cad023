import { IconArrowMerge } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { SelectBar } from '@/components/bulk/select-bar';
import type { LayoutAction } from '@/components/data-table/layout-menu';
import { ListFoot } from '@/components/data-table/list-foot';
import { foundQuery } from '@/components/data-table/list-url';
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
  const query = foundQuery(url, list.shownFor);
  const all = `/clients/bulk?${query ? `${query}&` : ''}all=1`;
  return (
    <ListFoot list="clients" page={list} url={url} rows={rows} save={save}>
      <span role="status">{t.rich('clients.count', { n: list.count, b: (text) => <b>{text}</b> })}</span>
      {mayWrite && list.rows.length > 0 ? <SelectBar action="/clients/bulk" all={all} /> : null}
      <a href="/clients/duplicates" className={styles.listLink}>
        <IconArrowMerge size={16} stroke={1.6} aria-hidden="true" />
        {t('duplicates.title')}
      </a>
    </ListFoot>
  );
}
