import { IconLogout, IconSelector } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import { Initials } from '@/components/text/initials';
import type { UserActor } from '@/lib/domain/context';
import { Preferences, type PreferencesProps } from './preferences';
import styles from './user-menu.module.css';

interface UserMenuProps extends PreferencesProps {
  actor: UserActor;
  signOut: () => Promise<never>;
}

export function SignOut({ signOut }: Pick<UserMenuProps, 'signOut'>) {
  const t = useTranslations('nav');
  return (
    <form action={signOut}>
      <button type="submit" className={`${buttons.button} ${buttons.wide}`}>
        <IconLogout size={16} stroke={1.6} aria-hidden="true" />
        {t('signOut')}
      </button>
    </form>
  );
}

/** Who is signed in; opens to language, theme and the way out, also without JavaScript. */
export function UserMenu({ actor, signOut, ...preferences }: UserMenuProps) {
  const t = useTranslations();
  return (
    <details data-menu="" className={styles.menu}>
      <summary className={styles.summary} aria-label={`${actor.name}, ${t(`roles.${actor.role}`)}`}>
        <Initials name={actor.name} />
        <span className={styles.names}>
          <span className={styles.name}>{actor.name}</span>
          <span className={styles.role}>{t(`roles.${actor.role}`)}</span>
        </span>
        <IconSelector size={16} stroke={1.6} aria-hidden="true" className={styles.arrow} />
      </summary>
      <div className={styles.panel}>
        <Preferences {...preferences} />
        <SignOut signOut={signOut} />
      </div>
    </details>
  );
}
