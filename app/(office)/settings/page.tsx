import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { singleParams } from '@/components/data-table/list-url';
import styles from '@/components/settings/settings.module.css';
import { SettingsForm } from '@/components/settings/settings-form';
import { timeZoneOptions } from '@/components/settings/time-zones';
import { UserList } from '@/components/settings/user-list';
import { PageHead } from '@/components/shell/page-head';
import notes from '@/components/states/note.module.css';
import { Problem } from '@/components/states/problem';
import { can, roles } from '@/lib/domain/permissions';
import { listUsers } from '@/lib/domain/users/list-users';
import { freshForm } from '@/lib/entry/form-state';
import { pageCtx, pageSettings } from '@/lib/entry/page';
import type { ListPageProps } from '../../page-props';
import { addUserAction, changeUser, saveOrganisation, savePassword } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') };
}

async function Organisation() {
  const [settings, t] = await Promise.all([pageSettings(), getTranslations('settings')]);
  const values = { organisation: settings.organisation, time_zone: settings.timeZone, version: String(settings.version) };
  const fields = [
    { name: 'organisation', label: t('organisation') },
    { name: 'time_zone', label: t('timeZone'), hint: t('timeZoneHint'), options: timeZoneOptions(settings.timeZone) },
  ];
  return (
    <section className={styles.section}>
      <h2>{t('organisationTitle')}</h2>
      <SettingsForm key={settings.version} action={saveOrganisation} initial={freshForm(values)} fields={fields} submit={t('save')} />
    </section>
  );
}

async function Users() {
  const [ctx, t] = await Promise.all([pageCtx(), getTranslations()]);
  const users = await listUsers(ctx);
  const fields = [
    { name: 'username', label: t('login.username'), autoComplete: 'off' },
    { name: 'display_name', label: t('settings.displayName') },
    {
      name: 'role',
      label: t('settings.role'),
      hint: t('settings.roleHint'),
      options: roles.map((value) => ({ value, label: t(`roles.${value}`) })),
    },
    {
      name: 'password',
      label: t('login.password'),
      type: 'password' as const,
      hint: t('setup.passwordHint'),
      autoComplete: 'new-password',
    },
  ];
  return (
    <section id="users" className={styles.section}>
      <h2>{t('settings.users')}</h2>
      <UserList users={users} change={changeUser} />
      <h2>{t('settings.addUser')}</h2>
      <SettingsForm
        key={users.length}
        action={addUserAction}
        initial={freshForm({ role: 'manager' })}
        fields={fields}
        submit={t('settings.add')}
      />
    </section>
  );
}

async function DataCheck() {
  const t = await getTranslations('verification');
  return (
    <section className={styles.section}>
      <h2>
        <a href="/settings/verification">{t('link')}</a>
      </h2>
      <p className="quiet">{t('linkText')}</p>
    </section>
  );
}

export default async function SettingsPage({ searchParams }: ListPageProps) {
  const { saved, problem } = singleParams(await searchParams);
  const [ctx, t] = await Promise.all([pageCtx(), getTranslations('settings')]);
  const passwords = [
    { name: 'current', label: t('currentPassword'), type: 'password' as const, autoComplete: 'current-password' },
    { name: 'password', label: t('newPassword'), type: 'password' as const, hint: t('newPasswordHint'), autoComplete: 'new-password' },
  ];
  return (
    <>
      <PageHead title={t('title')} />
      <Problem code={problem} />
      {saved ? (
        <p role="status" className={`${notes.ok} ${notes.strip}`}>
          {t('saved')}
        </p>
      ) : null}
      <div className={styles.sections}>
        {can(ctx, 'settings.write') ? <Organisation /> : null}
        <section className={styles.section}>
          <h2>{t('passwordTitle')}</h2>
          <SettingsForm action={savePassword} initial={freshForm()} fields={passwords} submit={t('changePassword')} />
        </section>
        {can(ctx, 'verification.read') ? <DataCheck /> : null}
        {can(ctx, 'user.manage') ? <Users /> : null}
      </div>
    </>
  );
}
