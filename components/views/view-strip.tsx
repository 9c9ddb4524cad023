import { IconBookmark } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { queryOf } from '@/components/data-table/list-url';
import menu from '@/components/data-table/menu.module.css';
import toolbar from '@/components/data-table/toolbar.module.css';
import buttons from '@/components/form/button.module.css';
import { isOfList } from '@/lib/domain/views/schema';
import type { ListViews } from './list-views';
import { ViewForm } from './view-form';
import { type Addressed, hereOf, sameSpelling } from './view-url';

type ViewStripProps = Pick<ListViews, 'current' | 'mayTeam' | 'save'> & { url: Addressed };

/** Says that what is shown is no longer the view it began as, and offers to keep it. */
export function ViewStrip({ url, current, mayTeam, save }: ViewStripProps) {
  const [t, ofReport] = [useTranslations('lists'), useTranslations('reportPage.viewForm')];
  const query = queryOf(url);
  if (!current || sameSpelling(current.list, current.query) === query) return null;
  return (
    <div className={toolbar.strip} role="status">
      <IconBookmark size={16} stroke={1.6} aria-hidden="true" />
      <span>{(isOfList(current.list) ? t : ofReport)('viewChanged', { name: current.name })}</span>
      {current.mayEdit ? (
        <form action={save}>
          <input type="hidden" name="id" value={current.id} />
          <input type="hidden" name="list" value={current.list} />
          <input type="hidden" name="query" value={query} />
          <input type="hidden" name="back" value={hereOf(url)} />
          <button type="submit" name="only" value="query" className={buttons.link}>
            {t('save')}
          </button>
        </form>
      ) : null}
      <details data-menu="" className={menu.menu} key={query}>
        <summary className={buttons.link}>{t('saveAsNew')}</summary>
        <ViewForm list={current.list} query={query} back={hereOf(url)} mayTeam={mayTeam} save={save} />
      </details>
    </div>
  );
}
