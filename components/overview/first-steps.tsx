import { IconCircleCheck, IconClipboardList, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import styles from './overview.module.css';

interface FirstStepsProps {
  /** Whether there are clients already. */
  withClients: boolean;
  mayWrite: boolean;
  mayImport: boolean;
  mayInvite: boolean;
}

/** In place of the figures while there is nothing to count: what to begin with. */
export function FirstSteps({ withClients, mayWrite, mayImport, mayInvite }: FirstStepsProps) {
  const t = useTranslations('overview.first');
  const tImports = useTranslations('importing');
  const files = { clients: '/imports/new?entity=client', orders: '/imports/new?entity=order', people: undefined } as const;
  const steps = [
    { key: 'clients', Icon: IconUsers, href: '/clients/new', may: mayWrite, done: withClients },
    { key: 'orders', Icon: IconClipboardList, href: '/orders/new', may: mayWrite, done: false },
    { key: 'people', Icon: IconUserPlus, href: '/settings', may: mayInvite, done: false },
  ] as const;
  return (
    <section className={styles.first}>
      <h2>{t('title')}</h2>
      <ol>
        {steps.map(({ key, Icon, href, may, done }) => (
          <li key={key}>
            <span className={styles.tile}>
              {done ? <IconCircleCheck size={16} stroke={1.6} aria-hidden="true" /> : <Icon size={16} stroke={1.6} aria-hidden="true" />}
            </span>
            <span className={styles.told}>
              <b>{may ? <a href={href}>{t(`${key}.title`)}</a> : t(`${key}.title`)}</b>
              <span className={styles.under}>{done ? t('done') : t(`${key}.text`)}</span>
              {mayImport && files[key] && !done ? (
                <a href={files[key]} aria-label={tImports(key === 'clients' ? 'loadOf.client' : 'loadOf.order')}>
                  {tImports('loadExcel')}
                </a>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
