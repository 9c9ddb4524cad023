import { IconFilter, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import buttons from '@/components/form/button.module.css';
import styles from './filter-panel.module.css';

interface FilterPanelProps {
  /** Conditions that are set. */
  count: number;
  /** `any` when one condition is enough; left out where all must hold anyway. */
  match?: string;
  children: ReactNode;
}

/** The conditions of a list; opens without JavaScript, on phones over the whole screen, and belongs to the toolbar's form. */
export function FilterPanel({ count, match, children }: FilterPanelProps) {
  const t = useTranslations();
  return (
    <details data-menu="" className={styles.panel}>
      <summary className={`${buttons.button} ${styles.summary}`} data-key="F">
        <span className={styles.closed}>
          <IconFilter size={16} stroke={1.6} aria-hidden="true" />
          {t('table.filter')}
          {count > 0 ? <span className={`num ${styles.count}`}>{count}</span> : null}
        </span>
        <span className={styles.opened}>
          <IconX size={16} stroke={1.6} aria-hidden="true" />
          {t('lists.close')}
        </span>
      </summary>
      <div className={styles.fields}>
        <h2 className={styles.heading}>{t('lists.conditions')}</h2>
        {children}
        {match ? (
          <fieldset className={styles.choice}>
            <legend className="hidden">{t('table.match')}</legend>
            <label>
              <input type="radio" name="match" value="" defaultChecked={match !== 'any'} /> {t('table.matchAll')}
            </label>
            <label>
              <input type="radio" name="match" value="any" defaultChecked={match === 'any'} /> {t('table.matchAny')}
            </label>
          </fieldset>
        ) : null}
        <button type="submit" className={buttons.primary}>
          {t('table.apply')}
        </button>
      </div>
    </details>
  );
}

/** One condition of the panel under its name. */
export function FilterField({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      {children}
    </div>
  );
}
