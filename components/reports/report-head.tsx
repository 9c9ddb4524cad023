import { IconBookmark, IconDots, IconUsers } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { queryOf } from '@/components/data-table/list-url';
import menu from '@/components/data-table/menu.module.css';
import toolbar from '@/components/data-table/toolbar.module.css';
import buttons from '@/components/form/button.module.css';
import { type ViewAction, ViewForm } from '@/components/views/view-form';
import { viewHref } from '@/components/views/view-url';
import type { SavedView } from '@/lib/domain/views/schema';
import styles from './report-tools.module.css';
import { type ReportUrl, reportHref } from './report-url';

/** What a report is first grouped by; the first of them says nothing in the address. */
const tabs = [
  { name: 'sales', group: undefined },
  { name: 'client', group: 'client' },
  { name: 'product', group: 'product' },
  { name: 'manager', group: 'manager' },
] as const;

/** Another grouping has other rows to sort and open. */
const anew = { sort: undefined, view: undefined };

interface ReportTabsProps {
  /** The report that is shown; without one, the saved ones are. */
  url: ReportUrl | undefined;
  /** Saved ones. */
  saved: number;
  /** The saved one that is open, and how its settings are kept. */
  current?: { view: SavedView; mayTeam: boolean; save: ViewAction } | undefined;
}

/** Kinds of report as links beside the title, and the saved ones. */
export function ReportTabs({ url, saved, current }: ReportTabsProps) {
  const t = useTranslations('reportPage');
  const lists = useTranslations('lists');
  const open = tabs.find(({ group }) => group === url?.params.group) ?? tabs[0];
  const here = (is: boolean) => (is ? ('page' as const) : undefined);
  return (
    <nav aria-label={t('tabs.label')} className={toolbar.tabs}>
      {tabs.map((tab) => (
        <a
          key={tab.name}
          href={reportHref(url ?? { params: {} }, { ...anew, group: tab.group })}
          className={toolbar.tab}
          aria-current={here(Boolean(url) && !current && tab === open)}
        >
          {t(`tabs.${tab.name}`)}
        </a>
      ))}
      <a href="/reports/saved" className={toolbar.tab} aria-current={here(!url)}>
        {t('tabs.saved')} <span className={`num ${toolbar.count}`}>{saved}</span>
      </a>
      {current ? (
        <a href={viewHref(current.view)} className={toolbar.tab} aria-current="page">
          {current.view.team ? (
            <>
              <IconUsers size={14} stroke={1.6} aria-hidden="true" />
              <span className="hidden">{lists('teamView')} </span>
            </>
          ) : null}
          {current.view.name}
        </a>
      ) : null}
      {url && current?.view.mayEdit ? (
        <details data-menu="" className={menu.menu} key={`${current.view.id}-${current.view.name}`}>
          <summary
            className={`${buttons.plain} ${buttons.square}`}
            aria-label={t('saved.settings', { name: current.view.name })}
            title={t('saved.settings', { name: current.view.name })}
          >
            <IconDots size={16} stroke={1.6} aria-hidden="true" />
          </summary>
          <ViewForm list="reports" query={queryOf(url)} back={reportHref(url, {})} {...current} />
        </details>
      ) : null}
    </nav>
  );
}

/** Keeps a report, as it is asked for, under a name. */
export function SaveReport({ url, mayTeam, save }: { url: ReportUrl; mayTeam: boolean; save: ViewAction }) {
  const t = useTranslations('reportPage');
  return (
    <details data-menu="" className={menu.menu} key={queryOf(url)}>
      <summary className={`${buttons.plain} ${styles.save}`} data-key="V">
        <IconBookmark size={16} stroke={1.6} aria-hidden="true" />
        {t('save')}
      </summary>
      <ViewForm list="reports" query={queryOf(url)} back={reportHref(url, {})} mayTeam={mayTeam} save={save} end />
    </details>
  );
}
