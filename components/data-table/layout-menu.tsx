import { IconArrowDown, IconArrowUp, IconColumns3, IconGripVertical, IconLineHeight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import { densities, keyColumn, type ListLayout, type ListName } from '@/lib/domain/preferences/schema';
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
  const { columns } = layout;
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
        <ol className={styles.columns}>
          {columns.map(({ name, shown }, at) => (
            <li key={name} className={styles.column} data-column={name}>
              <span className={styles.grip} draggable data-grip="">
                <IconGripVertical size={16} stroke={1.6} aria-hidden="true" />
              </span>
              <input type="hidden" name="order" value={name} />
              <label>
                <input type="checkbox" name="shown" value={name} defaultChecked={shown} disabled={name === keyColumn[list]} />
                {labels[name]}
              </label>
              {([-1, 1] as const).map((by) => (
                <button
                  key={by}
                  type="submit"
                  name="move"
                  value={`${name}:${by}`}
                  className={styles.move}
                  disabled={at + by < 0 || at + by >= columns.length}
                  aria-label={t(by < 0 ? 'earlier' : 'later', { name: labels[name] ?? name })}
                  title={t(by < 0 ? 'earlier' : 'later', { name: labels[name] ?? name })}
                >
                  {by < 0 ? (
                    <IconArrowUp size={14} stroke={1.6} aria-hidden="true" />
                  ) : (
                    <IconArrowDown size={14} stroke={1.6} aria-hidden="true" />
                  )}
                </button>
              ))}
            </li>
          ))}
        </ol>
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
