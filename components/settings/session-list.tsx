import { IconApi, IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import type { SessionRow } from '@/db/queries/users';
import type { Format } from '@/lib/i18n/format';
import { deviceOf } from './device';
import styles from './session-list.module.css';

type Action = (data: FormData) => Promise<never>;

interface SessionListProps {
  sessions: SessionRow[];
  userId: number;
  /** The session that looks at this page. */
  own: string;
  format: Format;
  end: Action;
  endAll: Action;
}

interface SessionProps extends Pick<SessionListProps, 'userId' | 'own' | 'format' | 'end'> {
  session: SessionRow;
}

const mobile = new Set(['iPhone', 'iPad', 'Android']);

function Session({ session, userId, own, format, end }: SessionProps) {
  const t = useTranslations('sessions');
  const { id, door, userAgent, address, createdAt, seenAt } = session;
  const { program, system } = deviceOf(userAgent);
  const device = [program, system].filter(Boolean).join(' · ') || t('unknown');
  const Shape = door === 'api' ? IconApi : mobile.has(system ?? '') ? IconDeviceMobile : IconDeviceDesktop;
  const here = id === own;
  const seen = here ? t('now') : t('seen', { when: format.longDateTime(seenAt ?? createdAt) });
  return (
    <li className={styles.session}>
      <Shape size={22} stroke={1.6} aria-hidden="true" className={styles.shape} />
      <div className={styles.told}>
        <p>
          <b className={styles.device}>{door === 'api' ? t('api', { device }) : device}</b>
          {here ? <span className={styles.here}>{t('here')}</span> : null}
        </p>
        <p className="quiet">
          {address ? <span className="num">{address} · </span> : null}
          {t('since', { when: format.longDateTime(createdAt) })} · {seen}
        </p>
      </div>
      <form action={end}>
        <input type="hidden" name="user" value={userId} />
        <button type="submit" name="session" value={id} className={buttons.button} aria-label={t('endOf', { device })}>
          {t('end')}
        </button>
      </form>
    </li>
  );
}

/** Where a user is signed in, with the way to end it there or everywhere. */
export function SessionList({ sessions, userId, endAll, ...shared }: SessionListProps) {
  const t = useTranslations('sessions');
  if (sessions.length === 0) return <p className="quiet">{t('none')}</p>;
  return (
    <>
      <ul className={styles.sessions}>
        {sessions.map((session) => (
          <Session key={session.id} session={session} userId={userId} {...shared} />
        ))}
      </ul>
      <form action={endAll}>
        <button type="submit" name="user" value={userId} className={buttons.danger}>
          {t('endAll')}
        </button>
      </form>
    </>
  );
}
