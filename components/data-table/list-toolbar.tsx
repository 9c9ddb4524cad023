import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import buttons from '@/components/form/button.module.css';
import { type Column, labelsOf } from './column';
import { type Condition, dropped } from './condition';
import { FilterChip } from './filter-chip';
import { LayoutMenu } from './layout-menu';
import { isFiltered, type ListUrl, listHref } from './list-url';
import { MatchMenu } from './match-menu';
import { SearchField } from './search-field';
import { SortMenu } from './sort-menu';
import toolbar from './toolbar.module.css';

interface ListToolbarProps {
  url: ListUrl<unknown, string>;
  label: string;
  hint: string;
  conditions: readonly Condition[];
  /** Parameters that have no field in the panel and stay. */
  keep: readonly string[];
  /** Where nothing is set. */
  whole: string;
  /** The filter panel. */
  panel: ReactNode;
  columns: Record<string, Pick<Column<never>, 'label' | 'sort' | 'fromTop'>>;
  layout: Omit<Parameters<typeof LayoutMenu>[0], 'labels'>;
}

/** Search, the conditions that are set and the way to more; everything stands in the address. */
export function ListToolbar({ url, label, hint, conditions, keep, whole, panel, columns, layout }: ListToolbarProps) {
  const t = useTranslations();
  const { params } = url;
  return (
    <div className={toolbar.toolbar}>
      <form method="get" action={url.path} className={toolbar.form} key={JSON.stringify(params)} aria-label={label}>
        {['sort', 'view', ...keep].map((name) =>
          params[name] === undefined ? null : <input key={name} type="hidden" name={name} value={params[name]} />,
        )}
        <SearchField typed={params.q} hint={hint} />
        <noscript>
          <button type="submit" className={buttons.button}>
            {t('table.find')}
          </button>
        </noscript>
        <div className={toolbar.chips}>
          {conditions.length > 1 ? <MatchMenu url={url} /> : null}
          {conditions.map(({ fields, label: name, value }) => (
            <FilterChip key={fields.join()} label={name} value={value} href={listHref(url, dropped(fields))} />
          ))}
          {isFiltered(url) ? (
            <a href={whole} className={toolbar.reset} data-key="Shift F">
              {t('table.reset')}
            </a>
          ) : null}
        </div>
        {panel}
      </form>
      <SortMenu url={url} columns={columns} />
      <LayoutMenu {...layout} labels={labelsOf(columns)} />
    </div>
  );
}
