import { IconDots, IconPlus, IconUsers } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ListUrl } from '@/components/data-table/list-url';
import { queryOf } from '@/components/data-table/list-url';
import menu from '@/components/data-table/menu.module.css';
import toolbar from '@/components/data-table/toolbar.module.css';
import buttons from '@/components/form/button.module.css';
import type { SavedView } from '@/lib/domain/views/schema';
import type { ListViews } from './list-views';
import { ViewForm } from './view-form';
import { hereOf, sameSpelling, viewHref } from './view-url';

interface BuiltInTab {
  label: string;
  query: string;
  count?: number | undefined;
}

interface ViewTabsProps extends ListViews {
  list: SavedView['list'];
  url: ListUrl<unknown, string>;
  /** Those that everybody has, after «Все». */
  builtIn: BuiltInTab[];
  label: string;
}

/** The views of a list as links beside its title; the last one keeps the present address under a name. */
export function ViewTabs({ list, url, builtIn, label, views, current, defaultView, mayTeam, save }: ViewTabsProps) {
  const t = useTranslations('lists');
  const query = queryOf(url);
  const whole = defaultView ? `${url.path}?view=all` : url.path;
  const tabs = [{ label: t('all'), query: '', count: undefined }, ...builtIn];
  const open = current ? undefined : tabs.find((tab) => sameSpelling(list, tab.query) === query);
  const form = { list, query, back: hereOf(url), mayTeam, save };
  return (
    <nav aria-label={label} className={toolbar.tabs}>
      {tabs.map((tab) => (
        <a
          key={tab.label}
          href={tab.query ? `${url.path}?${sameSpelling(list, tab.query)}` : whole}
          className={toolbar.tab}
          aria-current={tab === open ? 'true' : undefined}
        >
          {tab.label}
          {tab.count === undefined ? null : <span className={`num ${toolbar.count}`}>{tab.count}</span>}
        </a>
      ))}
      {views.map((view) => (
        <a key={view.id} href={viewHref(view)} className={toolbar.tab} aria-current={view.id === current?.id ? 'true' : undefined}>
          {view.team ? (
            <>
              <IconUsers size={14} stroke={1.6} aria-hidden="true" />
              <span className="hidden">{t('teamView')} </span>
            </>
          ) : null}
          {view.name}
        </a>
      ))}
      {current?.mayEdit ? (
        <details data-menu="" className={menu.menu} key={`view-${current.id}-${current.name}`}>
          <summary className={`${buttons.plain} ${buttons.square}`} aria-label={t('settingsOf', { name: current.name })}>
            <IconDots size={16} stroke={1.6} aria-hidden="true" />
          </summary>
          <ViewForm {...form} view={current} isDefault={defaultView === current.id} />
        </details>
      ) : null}
      <details data-menu="" className={menu.menu} key={`new-${query}`}>
        <summary className={`${toolbar.tab} ${toolbar.add}`} data-key="V">
          <IconPlus size={14} stroke={1.6} aria-hidden="true" />
          {t('view')}
        </summary>
        <ViewForm {...form} />
      </details>
    </nav>
  );
}
