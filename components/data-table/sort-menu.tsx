import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import type { Column } from './column';
import { type ListUrl, listHref } from './list-url';
import styles from './menu.module.css';

interface SortMenuProps {
  url: ListUrl<unknown, string>;
  columns: Record<string, Pick<Column<never>, 'label' | 'sort' | 'fromTop'>>;
}

/** On phones, where the headings that sort are not shown: the same as links; the one that is set turns round. */
export function SortMenu({ url, columns }: SortMenuProps) {
  const t = useTranslations('lists');
  const { sort, descending = false } = url.page;
  const Arrow = descending ? IconArrowDown : IconArrowUp;
  return (
    <details data-menu="" className={`${styles.menu} ${styles.phone}`} key={`${sort} ${descending}`}>
      <summary className={buttons.plain}>
        <IconArrowsSort size={16} stroke={1.6} aria-hidden="true" />
        {t('sort')}
      </summary>
      <div className={styles.panel}>
        {Object.values(columns).map(({ label, sort: name, fromTop = false }) => {
          if (!name) return null;
          const set = name === sort;
          const down = set ? !descending : fromTop;
          return (
            <a
              key={name}
              href={listHref(url, { sort: `${down ? '-' : ''}${name}` })}
              className={styles.choice}
              aria-current={set || undefined}
            >
              {label}
              {set ? <Arrow size={14} stroke={1.6} aria-label={t(descending ? 'sortedDown' : 'sortedUp')} /> : null}
            </a>
          );
        })}
      </div>
    </details>
  );
}
