import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { singleParams } from '@/components/data-table/list-url';
import { KeyboardForm } from '@/components/settings/keyboard-form';
import { SavedStrip } from '@/components/settings/saved-strip';
import styles from '@/components/settings/settings.module.css';
import { SettingsForm } from '@/components/settings/settings-form';
import { personFields, userValues } from '@/components/settings/user-fields';
import { PageHead } from '@/components/shell/page-head';
import { Preferences } from '@/components/shell/preferences';
import { themeOf } from '@/components/shell/theme';
import { Problem } from '@/components/states/problem';
import { getKeyboard } from '@/lib/domain/preferences/keyboard';
import { getUser } from '@/lib/domain/users/get-user';
import { freshForm } from '@/lib/entry/form-state';
import { pageCtx } from '@/lib/entry/page';
import type { ListPageProps } from '../../../page-props';
import { chooseLanguage, chooseTheme } from '../../../preferences';
import { saveKeys, savePassword, saveProfile } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('profile') };
}

export default async function ProfilePage({ searchParams }: ListPageProps) {
  const { saved, problem } = singleParams(await searchParams);
  const [ctx, t, jar] = await Promise.all([pageCtx(), getTranslations(), cookies()]);
  const [user, keyboard, fields] = await Promise.all([getUser(ctx, ctx.actor.id), getKeyboard(ctx), personFields()]);
  const { display_name = '', gender = '', version = '' } = userValues(user);
  const passwords = [
    { name: 'current', label: t('settings.currentPassword'), type: 'password' as const, autoComplete: 'current-password' },
    {
      ...{ name: 'password', label: t('settings.newPassword'), type: 'password' as const },
      ...{ hint: t('settings.newPasswordHint'), autoComplete: 'new-password' },
    },
  ];
  return (
    <>
      <PageHead title={t('settings.sections.profile')} under={`${user.username} · ${t(`roles.${ctx.actor.role}`)}`} />
      <Problem code={problem} />
      <SavedStrip saved={saved} />
      <div className={styles.sections}>
        <section className={styles.section}>
          <SettingsForm
            key={version}
            action={saveProfile}
            initial={freshForm({ display_name, gender, version })}
            groups={[{ fields }]}
            submit={t('form.save')}
          />
        </section>
        <section className={styles.section}>
          <h2>{t('profile.looks')}</h2>
          <div className={styles.looks}>
            <Preferences theme={themeOf(jar.get('theme')?.value)} chooseTheme={chooseTheme} chooseLanguage={chooseLanguage} />
          </div>
        </section>
        <section className={styles.section}>
          <h2>{t('profile.keys')}</h2>
          <KeyboardForm letters={keyboard.letters} action={saveKeys} />
        </section>
        <section className={styles.section}>
          <h2>{t('settings.passwordTitle')}</h2>
          <SettingsForm
            action={savePassword}
            initial={freshForm()}
            groups={[{ fields: passwords }]}
            submit={t('settings.changePassword')}
          />
        </section>
      </div>
    </>
  );
}
