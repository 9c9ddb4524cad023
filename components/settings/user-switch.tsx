import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import styles from './settings.module.css';

interface UserSwitchProps {
  id: number;
  name: string;
  disabled: boolean;
  action: (data: FormData) => Promise<never>;
}

/** Closes an account, after a question that needs no script, or opens it again. */
export function UserSwitch({ id, name, disabled, action }: UserSwitchProps) {
  const t = useTranslations('users');
  const form = (
    <form action={action}>
      <input type="hidden" name="id" value={id} />
      <button type="submit" name="disabled" value={disabled ? '0' : '1'} className={disabled ? buttons.button : buttons.danger}>
        {disabled ? t('enable') : t('disable')}
      </button>
    </form>
  );
  if (disabled)
    return (
      <>
        <p className={styles.text}>{t('disabledText')}</p>
        {form}
      </>
    );
  return (
    <details className={styles.ask}>
      <summary className={buttons.button}>{t('disableAsk')}</summary>
      <p className={styles.text}>{t('disableText', { name })}</p>
      {form}
    </details>
  );
}
