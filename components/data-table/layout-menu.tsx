import { IconColumns3, IconLineHeight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import { withGap } from '@/components/text/per-row';
import { densities, keyColumn, type ListLayout, type ListName } from '@/lib/domain/preferences/schema';
import { ColumnItems } from './column-items';
import styles from './menu.module.css';
import toolbar from './toolbar.module.css';

export type LayoutAction = (data: FormData) => Promise<never>;

interface LayoutMenuProps {
  list: ListName;
  layout: ListLayout;
  labels: Record<string, string>;
  /** The address of the list as it is shown, to come back to. */
  back: string;
  /** The view whose own columns are shown and set, if it has some. */
  view: number | undefined;
  save: LayoutAction;
}

function Hidden({ list, back, view }: Pick<LayoutMenuProps, 'list' | 'back' | 'view'>) {
  return (
    <>
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="back" value={back} />
      {view ? <input type="hidden" name="view" value={view} /> : null}
    </>
  );
}

/** Which columns are shown and in what order: a form without JavaScript, with it also by dragging and at once. */
function ColumnMenu({ list, layout, labels, back, view, save }: LayoutMenuProps) {
  const t = useTranslations('lists');
  const [earlier, later] = [withGap((name) => t('earlier', { name })), withGap((name) => t('later', { name }))];
  const items = layout.columns.map(({ name, shown }) => {
    const label = labels[name] ?? name;
    return { name, label, shown, fixed: name === keyColumn[list], earlier: earlier(label), later: later(label) };
  });
  return (
    <details data-menu="" className={styles.menu}>
      <summary className={buttons.plain}>
        <IconColumns3 size={16} stroke={1.6} aria-hidden="true" />
        {t('columns')}
      </summary>
      <form action={save} className={styles.panel} data-layout-form="" aria-label={t('columns')}>
        <Hidden list={list} back={back} view={view} />
        {/* The first button is what Enter presses. */}
        <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true">
          {t('apply')}
        </button>
        <ColumnItems columns={items} />
        <div className={styles.row}>
          <button type="submit" className={`${buttons.primary} ${styles.apply}`}>
            {t('apply')}
          </button>
          <button type="submit" name="at_first" value="1" className={buttons.plain}>
            {t('asAtFirst')}
          </button>
        </div>
      </form>
    </details>
  );
}

function DensityMenu({ list, layout, back, save }: LayoutMenuProps) {
  const t = useTranslations('lists');
  return (
    <details data-menu="" className={styles.menu} key={layout.density}>
      <summary className={buttons.plain}>
        <IconLineHeight size={16} stroke={1.6} aria-hidden="true" />
        {t('density')}
      </summary>
      <form action={save} className={styles.panel} aria-label={t('density')}>
        <Hidden list={list} back={back} view={undefined} />
        {densities.map((density) => (
          <button
            key={density}
            type="submit"
            name="density"
            value={density}
            className={styles.choice}
            aria-pressed={layout.density === density}
          >
            {t(`densities.${density}`)}
          </button>
        ))}
      </form>
    </details>
  );
}

/** How the list looks for its reader: columns and the height of rows. */
export function LayoutMenu(props: LayoutMenuProps) {
  return (
    <div className={toolbar.layout}>
      <ColumnMenu {...props} />
      <DensityMenu {...props} />
    </div>
  );
}
