import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import type { UserRow } from '@/db/queries/users';
import { roles } from '@/lib/domain/permissions';
import styles from './settings.module.css';

export type ListedUser = Omit<UserRow, 'passwordHash'>;

interface UserListProps {
  users: ListedUser[];
  change: (data: FormData) => Promise<never>;
}

function UserItem({ user, change }: { user: ListedUser; change: UserListProps['change'] }) {
  const t = useTranslations();
  const disabled = user.disabledAt !== null;
  return (
    <li className={styles.user}>
      <span className={styles.who}>
        <b style={{ fontWeight: 500 }}>{user.displayName}</b>
        <span className="quiet">
          {user.displayName === user.username ? '' : ` · ${user.username}`}
          {disabled ? ` · ${t('settings.disabled')}` : ''}
        </span>
      </span>
      <form action={change} className={styles.role}>
        <input type="hidden" name="id" value={user.id} />
        <select key={user.role} name="role" defaultValue={user.role} aria-label={t('settings.roleOf', { name: user.displayName })}>
          {roles.map((role) => (
            <option key={role} value={role}>
              {t(`roles.${role}`)}
            </option>
          ))}
        </select>
        <button type="submit" className={buttons.button}>
          {t('settings.setRole')}
        </button>
      </form>
      <form action={change}>
        <input type="hidden" name="id" value={user.id} />
        <button type="submit" name="disabled" value={disabled ? '0' : '1'} className={disabled ? buttons.button : buttons.danger}>
          {disabled ? t('settings.enable') : t('settings.disable')}
        </button>
      </form>
    </li>
  );
}

/** Who may sign in, and as what. */
export function UserList({ users, change }: UserListProps) {
  return (
    <ul className={styles.users}>
      {users.map((user) => (
        <UserItem key={user.id} user={user} change={change} />
      ))}
    </ul>
  );
}
