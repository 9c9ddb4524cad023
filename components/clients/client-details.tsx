import { IconMail, IconMapPin, IconPhone } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/text/copy-button';
import type { ClientRow } from '@/db/queries/clients';
import type { Format } from '@/lib/i18n/format';
import styles from './client-details.module.css';
import { routeTo } from './route-to';
import { showPhone } from './show-phone';

/** How to reach a client, and his requisites. */
export function ClientDetails({ client, format }: { client: ClientRow; format: Format }) {
  const t = useTranslations();
  const tCard = useTranslations('clientCard');
  const copy = (value: string) => <CopyButton value={value} words={{ copy: tCard('copy', { value }), copied: tCard('copied') }} />;
  const facts = [
    [t('clientForm.company'), client.company],
    [t('clientForm.inn'), client.inn],
    [t('clientForm.comment'), client.comment],
    [t('client.added'), format.longDateTime(client.createdAt)],
  ].filter(([, value]) => value);
  return (
    <>
      <h2>{t('client.contacts')}</h2>
      <ul className={styles.contacts}>
        {client.mobilePhone ? (
          <li>
            <IconPhone size={16} stroke={1.6} aria-hidden="true" />
            <a href={`tel:${client.mobilePhone}`} className="num">
              {showPhone(client.mobilePhone)}
            </a>
            {copy(client.mobilePhone)}
          </li>
        ) : null}
        {client.email ? (
          <li>
            <IconMail size={16} stroke={1.6} aria-hidden="true" />
            <a href={`mailto:${client.email}`}>{client.email}</a>
            {copy(client.email)}
          </li>
        ) : null}
        {client.address ? (
          <li>
            <IconMapPin size={16} stroke={1.6} aria-hidden="true" />
            <a
              href={routeTo(client.address)}
              target="_blank"
              rel="noreferrer"
              aria-label={t('client.routeTo', { address: client.address })}
            >
              {client.address}
            </a>
            {copy(client.address)}
          </li>
        ) : null}
        {client.mobilePhone || client.email || client.address ? null : <li className="muted">{t('common.none')}</li>}
      </ul>
      <h2>{t('client.requisites')}</h2>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
