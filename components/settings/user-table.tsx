import { useTranslations } from 'next-intl';
import table from '@/components/data-table/table.module.css';
import { None } from '@/components/text/none';
import type { UserRow } from '@/db/queries/users';
import { type Role, roles } from '@/lib/domain/permissions';
import type { Format } from '@/lib/i18n/format';
import styles from './user-table.module.css';

interface UserTableProps {
  users: Omit<UserRow, 'passwordHash'>[];
  /** When each was last here (UTC epoch ms), by his id. */
  seen: ReadonlyMap<number, number>;
  format: Format;
}

/** Who may sign in, as what, and when he last did. */
export function UserTable({ users, seen, format }: UserTableProps) {
  const t = useTranslations();
  const roleOf = (stored: string): Role => roles.find((role) => role === stored) ?? 'viewer';
  return (
    <table className={`${table.table} ${styles.users}`}>
      <caption className="hidden">{t('settings.sections.users')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('users.name')}</th>
          <th scope="col">{t('users.role')}</th>
          <th scope="col">{t('users.lastSeen')}</th>
          <th scope="col">{t('users.state')}</th>
        </tr>
      </thead>
      <tbody>
        {users.map(({ id, username, displayName, role, disabledAt }) => {
          const at = seen.get(id);
          return (
            <tr key={id}>
              <td className={styles.name}>
                <a href={`/settings/users/${id}`} className={`${table.key} ${styles.open}`}>
                  {displayName}
                </a>
                {displayName === username ? null : <span className="quiet"> · {username}</span>}
              </td>
              <td className={styles.role}>{t(`roles.${roleOf(role)}`)}</td>
              <td className={`${styles.seen} num`}>{at === undefined ? <None /> : format.longDateTime(at)}</td>
              <td className={styles.state}>
                {disabledAt === null ? t('users.active') : <span className={styles.off}>{t('users.disabled')}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
