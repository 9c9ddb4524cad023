import { useTranslations } from 'next-intl';
import { placedColumns } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { recordHref } from '@/components/data-table/record-href';
import { withGap } from '@/components/text/per-row';
import { formalName } from '@/lib/domain/clients/client-name';
import type { ClientListPage } from '@/lib/domain/clients/list-clients';
import type { ListLayout } from '@/lib/domain/preferences/schema';
import type { Format } from '@/lib/i18n/format';
import { searchWords } from '@/lib/search/normalise';
import { clientColumns } from './client-columns';
import type { ClientListUrl } from './client-list-url';
import styles from './client-table.module.css';

interface ClientTableProps {
  list: ClientListPage;
  url: ClientListUrl;
  format: Format;
  layout: ListLayout<'clients'>;
  /** Whether rows can be marked for a change of many. */
  ticks: boolean;
}

/** The clients of a list page with what they ordered and owe; on phones each row is a block of two lines. */
export function ClientTable({ list, url, format, layout, ticks }: ClientTableProps) {
  const t = useTranslations();
  const words = searchWords(list.shownFor ?? url.filter.search ?? '');
  const mark = withGap((name) => t('bulk.selectClient', { name }));
  const known = clientColumns({ t, format, words, href: (id) => recordHref(url, id, list.shownFor) });
  return (
    <DataTable
      caption={t('clients.title')}
      className={styles.clients}
      columns={placedColumns(known, layout.columns, ['name'])}
      rows={list.rows}
      idOf={({ client }) => client.id}
      url={url}
      density={layout.density}
      about={({ client }) => ({ version: client.version, edit: ticks ? `/clients/${client.id}/edit` : undefined })}
      tick={ticks ? ({ client }) => mark(formalName(client)) : undefined}
    />
  );
}
