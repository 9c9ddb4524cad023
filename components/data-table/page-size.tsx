import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import { type ListName, pageSizes } from '@/lib/domain/preferences/schema';
import type { LayoutAction } from './layout-menu';
import styles from './menu.module.css';

interface PageSizeProps {
  list: ListName;
  rows: number;
  /** The list from its beginning: another size begins other pages. */
  back: string;
  save: LayoutAction;
}

/** How many rows a page has, for its reader from now on. */
export function PageSize({ list, rows, back, save }: PageSizeProps) {
  const t = useTranslations('lists');
  return (
    <details data-menu="" className={styles.menu} key={rows}>
      <summary className={buttons.plain}>
        <span>{t.rich('perPage', { n: rows, b: (text) => <b>{text}</b> })}</span>
      </summary>
      <form action={save} className={`${styles.panel} ${styles.up}`} aria-label={t('pageSize')}>
        <input type="hidden" name="list" value={list} />
        <input type="hidden" name="back" value={back} />
        {pageSizes.map((size) => (
          <button key={size} type="submit" name="rows" value={size} className={styles.choice} aria-pressed={rows === size}>
            {t('perPagePlain', { n: size })}
          </button>
        ))}
      </form>
    </details>
  );
}
