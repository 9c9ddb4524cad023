import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { singleParams } from '@/components/data-table/list-url';
import { SavedStrip } from '@/components/settings/saved-strip';
import { SessionList } from '@/components/settings/session-list';
import styles from '@/components/settings/settings.module.css';
import { SettingsForm } from '@/components/settings/settings-form';
import { userFields, userValues } from '@/components/settings/user-fields';
import { UserSwitch } from '@/components/settings/user-switch';
import { PageHead } from '@/components/shell/page-head';
import { Problem } from '@/components/states/problem';
import { listSessions } from '@/lib/auth/session-list';
import { getUser } from '@/lib/domain/users/get-user';
import { freshForm } from '@/lib/entry/form-state';
import { found, pageCtxFor, pageFormat, recordId } from '@/lib/entry/page';
import type { RecordPageProps } from '../../../../page-props';
import { endAllSessionsAction, endSessionAction } from '../../sessions/actions';
import { saveUserAction, setPasswordAction, switchUserAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('users'))('one') };
}

export default async function UserPage({ params, searchParams }: RecordPageProps) {
  const id = recordId((await params).id);
  const ctx = await pageCtxFor('user.manage');
  const { saved, problem } = singleParams(await searchParams);
  const [user, sessions, fields, format, t] = await Promise.all([
    found(getUser(ctx, id)),
    listSessions(ctx, id),
    userFields(),
    pageFormat(),
    getTranslations(),
  ]);
  const words = {
    stale: t('form.stale'),
    staleNow: t('form.staleNow'),
    saveAnyway: t('form.saveAnyway'),
    openCurrent: t('form.openCurrent'),
  };
  const password = {
    ...{ name: 'password', label: t('users.newPassword'), type: 'password' as const },
    ...{ hint: t('users.newPasswordHint'), autoComplete: 'new-password' },
  };
  const disabled = user.disabledAt !== null;
  return (
    <>
      <PageHead
        title={user.displayName}
        parent={{ href: '/settings/users', label: t('settings.sections.users') }}
        under={
          <>
            {[user.username, disabled ? t('users.disabled') : ''].filter(Boolean).join(' · ')} ·{' '}
            <a href={`/history?who=${id}`}>{t('users.deeds')}</a>
          </>
        }
      />
      <Problem code={problem} />
      <SavedStrip saved={saved} />
      <div className={styles.sections}>
        <section className={styles.section}>
          <SettingsForm
            key={user.version}
            action={saveUserAction}
            initial={freshForm(userValues(user))}
            groups={[{ fields }]}
            submit={t('form.save')}
            stale={{ href: `/settings/users/${id}`, words }}
          />
        </section>
        <section className={styles.section}>
          <h2>{t('settings.passwordTitle')}</h2>
          <SettingsForm
            action={setPasswordAction}
            initial={freshForm({ id: String(id) })}
            groups={[{ fields: [password] }]}
            submit={t('users.setPassword')}
          />
        </section>
        <section className={styles.section}>
          <h2>{t('settings.sections.sessions')}</h2>
          <SessionList
            sessions={sessions}
            userId={id}
            own={ctx.actor.sessionId}
            format={format}
            end={endSessionAction}
            endAll={endAllSessionsAction}
          />
        </section>
        <section className={styles.section}>
          <h2>{t('users.access')}</h2>
          <UserSwitch id={id} name={user.displayName} disabled={disabled} action={switchUserAction} />
        </section>
      </div>
    </>
  );
}
