import { IconFilter } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import buttons from '@/components/form/button.module.css';
import styles from './filter-panel.module.css';

interface FilterPanelProps {
  /** Conditions that are set. */
  count: number;
  match: string | undefined;
  children: ReactNode;
}

/** The further conditions of a list; opens without JavaScript, belongs to the toolbar's form. */
export function FilterPanel({ count, match, children }: FilterPanelProps) {
  const t = useTranslations('table');
  return (
    <details className={styles.panel}>
      <summary className={buttons.button} data-key="F">
        <IconFilter size={16} stroke={1.6} aria-hidden="true" />
        {count > 0 ? t('filterOf', { n: count }) : t('filter')}
      </summary>
      <div className={styles.fields}>
        {children}
        <fieldset className={styles.choice}>
          <legend className="hidden">{t('match')}</legend>
          <label>
            <input type="radio" name="match" value="" defaultChecked={match !== 'any'} /> {t('matchAll')}
          </label>
          <label>
            <input type="radio" name="match" value="any" defaultChecked={match === 'any'} /> {t('matchAny')}
          </label>
        </fieldset>
        <button type="submit" className={buttons.primary}>
          {t('apply')}
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
