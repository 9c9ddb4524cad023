import { useTranslations } from 'next-intl';
import styles from '@/components/data-table/menu.module.css';
import toolbar from '@/components/data-table/toolbar.module.css';
import buttons from '@/components/form/button.module.css';
import { isOfList, type SavedView } from '@/lib/domain/views/schema';

export type ViewAction = (data: FormData) => Promise<never>;

interface ViewFormProps {
  /** The view that is changed; undefined for a new one. */
  view?: SavedView | undefined;
  list: SavedView['list'];
  /** What is saved of the address. */
  query: string;
  /** Where the reader is. */
  back: string;
  mayTeam: boolean;
  /** Whether the plain address opens it. */
  isDefault?: boolean;
  /** Whether it hangs from the end of its button. */
  end?: boolean;
  save: ViewAction;
}

function Check({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  return (
    <label className={styles.check}>
      <input type="checkbox" name={name} value="1" defaultChecked={checked} />
      {label}
    </label>
  );
}

/** A view's name, whose it is, and what it brings along. */
export function ViewForm({ view, list, query, back, mayTeam, isDefault = false, end = false, save }: ViewFormProps) {
  const t = useTranslations('lists');
  const ofReport = useTranslations('reportPage.viewForm');
  const own = isOfList(list);
  const title = own ? t(view ? 'viewSettings' : 'newView') : ofReport(view ? 'settings' : 'new');
  return (
    <form action={save} className={end ? styles.panel : `${styles.panel} ${styles.start}`} aria-label={title}>
      <span className={styles.title}>{title}</span>
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="query" value={query} />
      <input type="hidden" name="back" value={back} />
      {view ? <input type="hidden" name="id" value={view.id} /> : null}
      <label className={styles.field}>
        <span className={styles.title}>{t('viewName')}</span>
        <input name="name" required maxLength={60} defaultValue={view?.name} className={toolbar.input} autoComplete="off" />
      </label>
      {mayTeam && !view?.owner ? <Check name="team" label={t('forTeam')} checked={view?.team ?? false} /> : null}
      {own ? (
        <>
          <Check name="columns" label={t('withColumns')} checked={Boolean(view?.columns)} />
          <Check name="default" label={t('asDefault')} checked={isDefault} />
        </>
      ) : null}
      <div className={styles.row}>
        <button type="submit" className={buttons.primary}>
          {t('save')}
        </button>
        {view ? (
          <button type="submit" name="delete" value="1" className={buttons.danger} formNoValidate>
            {own ? t('deleteView') : ofReport('delete')}
          </button>
        ) : null}
      </div>
    </form>
  );
}
