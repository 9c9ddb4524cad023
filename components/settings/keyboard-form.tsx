import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import choices from './choice-field.module.css';
import styles from './settings.module.css';

/** Turns the keys of single letters on and off. */
export function KeyboardForm({ letters, action }: { letters: boolean; action: (data: FormData) => Promise<never> }) {
  const t = useTranslations('profile');
  return (
    <form action={action} className={styles.form}>
      <label className={choices.choice}>
        <input key={String(letters)} type="checkbox" name="letters" value="1" defaultChecked={letters} />
        <span>
          {t('letters')}
          <span className={choices.text}>{t('lettersText')}</span>
        </span>
      </label>
      <div>
        <button type="submit" className={buttons.button}>
          {t('saveKeys')}
        </button>
      </div>
    </form>
  );
}
