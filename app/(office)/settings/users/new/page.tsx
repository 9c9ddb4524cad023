import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import styles from '@/components/settings/settings.module.css';
import { SettingsForm } from '@/components/settings/settings-form';
import { userFields } from '@/components/settings/user-fields';
import { PageHead } from '@/components/shell/page-head';
import { freshForm } from '@/lib/entry/form-state';
import { pageCtxFor } from '@/lib/entry/page';
import { addUserAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('users'))('new') };
}

export default async function NewUserPage() {
  await pageCtxFor('user.manage');
  const [t, fields] = await Promise.all([getTranslations(), userFields()]);
  const signIn = [
    { name: 'username', label: t('login.username'), hint: t('users.usernameHint'), autoComplete: 'off' },
    {
      ...{ name: 'password', label: t('login.password'), type: 'password' as const },
      ...{ hint: t('setup.passwordHint'), autoComplete: 'new-password' },
    },
  ];
  return (
    <>
      <PageHead title={t('users.new')} parent={{ href: '/settings/users', label: t('settings.sections.users') }} />
      <div className={styles.sections}>
        <section className={styles.section}>
          <SettingsForm
            action={addUserAction}
            initial={freshForm({ role: 'manager', gender: 'm' })}
            groups={[{ fields: signIn }, { fields }]}
            submit={t('users.add')}
          />
        </section>
      </div>
    </>
  );
}
