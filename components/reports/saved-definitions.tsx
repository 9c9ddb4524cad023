import { IconDots, IconUsers } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import menu from '@/components/data-table/menu.module.css';
import table from '@/components/data-table/table.module.css';
import buttons from '@/components/form/button.module.css';
import { type ViewAction, ViewForm } from '@/components/views/view-form';
import { viewHref } from '@/components/views/view-url';
import type { SavedView } from '@/lib/domain/views/schema';

interface SavedDefinitionsProps {
  views: readonly SavedView[];
  mayTeam: boolean;
  save: ViewAction;
}

/** Reports under a name: each opens with its conditions on the data of now. */
export function SavedDefinitions({ views, mayTeam, save }: SavedDefinitionsProps) {
  const t = useTranslations('reportPage.saved');
  return (
    <table className={table.table}>
      <caption className="hidden">{t('reports')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('for')}</th>
          <th scope="col">
            <span className="hidden">{t('reports')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {views.map((view) => (
          <tr key={view.id}>
            <td>
              <a href={viewHref(view)} className={table.key}>
                {view.name}
              </a>
            </td>
            <td>
              {view.team ? (
                <>
                  <IconUsers size={14} stroke={1.6} aria-hidden="true" /> {view.owner ? t('teamOf', { owner: view.owner }) : t('team')}
                </>
              ) : (
                t('mine')
              )}
            </td>
            <td className={table.number}>
              {view.mayEdit ? (
                <details data-menu="" className={menu.menu}>
                  <summary
                    className={`${buttons.plain} ${buttons.square}`}
                    aria-label={t('settings', { name: view.name })}
                    title={t('settings', { name: view.name })}
                  >
                    <IconDots size={16} stroke={1.6} aria-hidden="true" />
                  </summary>
                  <ViewForm list="reports" query={view.query} back="/reports/saved" view={view} mayTeam={mayTeam} save={save} end />
                </details>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
