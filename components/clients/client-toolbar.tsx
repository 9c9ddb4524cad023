import { useTranslations } from 'next-intl';
import { AuthorField } from '@/components/data-table/author-field';
import type { Condition } from '@/components/data-table/condition';
import { FilterField, FilterPanel } from '@/components/data-table/filter-panel';
import panel from '@/components/data-table/filter-panel.module.css';
import type { LayoutAction } from '@/components/data-table/layout-menu';
import { ListToolbar } from '@/components/data-table/list-toolbar';
import { PeriodField } from '@/components/data-table/period-field';
import toolbar from '@/components/data-table/toolbar.module.css';
import { byOrdersParams } from '@/components/orders/by-orders-conditions';
import { hereOf } from '@/components/views/view-url';
import type { ListLayout } from '@/lib/domain/preferences/schema';
import type { Format } from '@/lib/i18n/format';
import { clientColumns } from './client-columns';
import { type Authors, presences } from './client-conditions';
import type { ClientListUrl } from './client-list-url';

interface ClientToolbarProps {
  url: ClientListUrl;
  authors: Authors;
  conditions: Condition[];
  format: Format;
  layout: ListLayout<'clients'>;
  /** The view whose own columns are shown. */
  view: number | undefined;
  whole: string;
  save: LayoutAction;
}

function Panel({ url, authors, conditions, format }: Pick<ClientToolbarProps, 'url' | 'authors' | 'conditions' | 'format'>) {
  const t = useTranslations();
  const { params, filter } = url;
  return (
    <FilterPanel count={conditions.length} match={params.match ?? 'all'}>
      <PeriodField url={url} label={t('client.added')} format={format} />
      {presences.map((name) => (
        <FilterField key={name} label={t(`lists.presences.${name}`)}>
          <select name={name} defaultValue={params[name] ?? ''} className={toolbar.input} aria-label={t(`lists.presences.${name}`)}>
            <option value="">{t('filters.anyPresence')}</option>
            <option value="1">{t(`lists.present.${name}`)}</option>
            <option value="0">{t(`lists.absent.${name}`)}</option>
          </select>
        </FilterField>
      ))}
      <AuthorField label={t('filters.author')} chosen={params.author} authors={authors} />
      <div className={panel.choice}>
        <label>
          <input type="checkbox" name="deleted" value="1" defaultChecked={filter.deleted} /> {t('filters.deleted')}
        </label>
      </div>
    </FilterPanel>
  );
}

/** Search, conditions, columns and density of the clients list. */
export function ClientToolbar({ url, authors, conditions, format, layout, view, whole, save }: ClientToolbarProps) {
  const t = useTranslations();
  const columns = clientColumns({ t, format, words: [], href: () => '' });
  return (
    <ListToolbar
      url={url}
      label={t('clients.searchHint')}
      hint={t('clients.searchHint')}
      conditions={conditions}
      keep={[...byOrdersParams, 'ordered_before']}
      whole={whole}
      panel={<Panel url={url} authors={authors} conditions={conditions} format={format} />}
      columns={columns}
      layout={{ list: 'clients', layout, back: hereOf(url), view, save }}
    />
  );
}
