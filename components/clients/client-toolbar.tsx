import { useTranslations } from 'next-intl';
import { AuthorField } from '@/components/data-table/author-field';
import { FilterChip } from '@/components/data-table/filter-chip';
import { FilterField, FilterPanel } from '@/components/data-table/filter-panel';
import panel from '@/components/data-table/filter-panel.module.css';
import { PeriodFields } from '@/components/data-table/period-fields';
import { SearchField } from '@/components/data-table/search-field';
import toolbar from '@/components/data-table/toolbar.module.css';
import buttons from '@/components/form/button.module.css';
import { type ClientListUrl, clientListHref, isFiltered } from './client-list-url';

interface ClientToolbarProps {
  url: ClientListUrl;
  authors: readonly { id: number; name: string }[];
}

const presences = ['has_phone', 'has_email'] as const;

function Panel({ url: { params, filter }, authors }: ClientToolbarProps) {
  const t = useTranslations();
  const set = ['has_phone', 'has_email', 'author', 'deleted'].filter((name) => params[name]);
  return (
    <FilterPanel count={set.length} match={params.match}>
      {presences.map((name) => (
        <FilterField key={name} label={t(`filters.${name}`)}>
          <select name={name} defaultValue={params[name] ?? ''} className={toolbar.input} aria-label={t(`filters.${name}`)}>
            <option value="">{t('filters.anyPresence')}</option>
            <option value="1">{t(`filters.present.${name}`)}</option>
            <option value="0">{t(`filters.absent.${name}`)}</option>
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

function Chips({ url, authors }: ClientToolbarProps) {
  const t = useTranslations();
  const { filter } = url;
  const without = (name: string) => clientListHref(url, { [name]: undefined });
  const author = authors.find(({ id }) => id === filter.author_id)?.name ?? `№ ${filter.author_id}`;
  return (
    <>
      {presences.map((name) =>
        filter[name] === undefined ? null : (
          <FilterChip key={name} value={t(`filters.${filter[name] ? 'present' : 'absent'}.${name}`)} href={without(name)} />
        ),
      )}
      {filter.author_id ? <FilterChip label={t('filters.author')} value={author} href={without('author')} /> : null}
      {filter.deleted ? <FilterChip value={t('filters.deleted')} href={without('deleted')} /> : null}
      {filter.match === 'any' ? <FilterChip value={t('table.matchAny')} href={without('match')} /> : null}
    </>
  );
}

/** Search, the days they were added and the other conditions; everything stands in the address. */
export function ClientToolbar({ url, authors }: ClientToolbarProps) {
  const t = useTranslations();
  const { params } = url;
  return (
    <form method="get" action="/clients" className={toolbar.toolbar} key={JSON.stringify(params)} aria-label={t('clients.searchHint')}>
      {params.sort ? <input type="hidden" name="sort" value={params.sort} /> : null}
      <SearchField typed={params.q} hint={t('clients.searchHint')} />
      <PeriodFields from={params.from} to={params.to} since={t('clients.addedSince')} />
      <button type="submit" className={buttons.button}>
        {t('table.find')}
      </button>
      <Panel url={url} authors={authors} />
      <Chips url={url} authors={authors} />
      {isFiltered(url) ? (
        <a href="/clients" className={toolbar.reset}>
          {t('table.reset')}
        </a>
      ) : null}
    </form>
  );
}
