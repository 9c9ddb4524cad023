import { useTranslations } from 'next-intl';
import type { ClientChoice } from '@/components/clients/client-choice';
import { ClientPicker } from '@/components/clients/client-picker';
import buttons from '@/components/form/button.module.css';
import form from '@/components/form/form-page.module.css';
import styles from './merge.module.css';

interface MergePickerProps {
  main: number;
  /** «Иванов Иван, № 17». */
  title: string;
  typed: string;
  choices: ClientChoice[];
}

/** With whom to merge a client: a search form that works as an address. */
export function MergePicker({ main, title, typed, choices }: MergePickerProps) {
  const t = useTranslations();
  const words = {
    client: title,
    findClient: t('orderForm.findClient'),
    find: t('orderForm.find'),
    searchHint: t('orderForm.searchHint'),
    nobody: t('orderForm.nobody'),
  };
  return (
    <form method="get" action="/clients/merge" className={form.form}>
      <input type="hidden" name="main" value={main} />
      <div className={styles.picker}>
        <ClientPicker choices={choices} chosen="" typed={typed} words={words} />
      </div>
      <div className={form.foot}>
        <span className={form.total} />
        <a href={`/clients/${main}`} className={`${buttons.plain} ${buttons.large}`}>
          {t('form.cancel')}
        </a>
        <button type="submit" className={`${buttons.primary} ${buttons.large}`}>
          {t('duplicates.continue')}
        </button>
      </div>
    </form>
  );
}
