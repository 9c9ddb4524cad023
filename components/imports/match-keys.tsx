import { IconChevronDown } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import menu from '@/components/data-table/menu.module.css';
import buttons from '@/components/form/button.module.css';
import type { Import } from '@/lib/domain/imports/import-record';
import { matchKeys } from '@/lib/domain/imports/schema';
import styles from './check-tabs.module.css';

interface MatchKeysProps {
  view: Pick<Import, 'id' | 'entity' | 'mapping'>;
  action: (data: FormData) => Promise<never>;
}

/** By what rows have found their records, and another choice: the file is looked through again then. */
export function MatchKeys({ view: { id, entity, mapping }, action }: MatchKeysProps) {
  const t = useTranslations('importing');
  const either = new Intl.ListFormat(useLocale(), { type: 'disjunction' });
  const mapped = matchKeys[entity].filter((key) => mapping.columns.includes(key));
  const chosen = mapped.filter((key) => mapping.matchBy.includes(key));
  if (mapped.length === 0) return null;
  return (
    <details data-menu="" className={`${menu.menu} ${styles.match}`} key={chosen.join()}>
      <summary className={buttons.button}>
        <span>{t('matchBy')}</span> <b>{either.format(chosen.map((key) => t(`matchShort.${key}`))) || t('matchNone')}</b>
        <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />
      </summary>
      <form action={action} className={menu.panel}>
        <input type="hidden" name="import" value={id} />
        <fieldset>
          <legend className={menu.title}>{t('matchBy')}</legend>
          {mapped.map((key) => (
            <label key={key} className={menu.check}>
              <input type="checkbox" name={`match.${key}`} value="1" defaultChecked={chosen.includes(key)} /> {t(`matchKeys.${key}`)}
            </label>
          ))}
        </fieldset>
        <button type="submit" className={buttons.button}>
          {t('checkAgain')}
        </button>
      </form>
    </details>
  );
}
