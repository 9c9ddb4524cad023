import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import buttons from '@/components/form/button.module.css';
import { UserTable } from '@/components/settings/user-table';
import { PageHead } from '@/components/shell/page-head';
import { lastSeen } from '@/lib/auth/session-list';
import { listUsers } from '@/lib/domain/users/list-users';
import { pageCtxFor, pageFormat } from '@/lib/entry/page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('users') };
}

export default async function UsersPage() {
  const ctx = await pageCtxFor('user.manage');
  const [users, seen, format, t] = await Promise.all([listUsers(ctx), lastSeen(ctx), pageFormat(), getTranslations()]);
  const add = (
    <a href="/settings/users/new" className={buttons.primary}>
      <IconPlus size={16} stroke={1.6} aria-hidden="true" />
      {t('users.new')}
    </a>
  );
  return (
    <>
      <PageHead title={t('settings.sections.users')} actions={add} />
      <UserTable users={users} seen={seen} format={format} />
    </>
  );
}
