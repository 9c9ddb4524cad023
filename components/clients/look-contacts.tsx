import { IconMail, IconPhone } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import look from '@/components/data-table/look-card.module.css';
import buttons from '@/components/form/button.module.css';
import { Initials } from '@/components/text/initials';
import type { ClientRow } from '@/db/queries/clients';
import { formalName } from '@/lib/domain/clients/client-name';
import { showPhone } from './show-phone';

/** Who it is about and how to reach him, in a quick look. */
export function LookContacts({ client }: { client: ClientRow }) {
  const t = useTranslations('client');
  const name = formalName(client);
  return (
    <>
      <div className={look.who}>
        <Initials name={name} />
        <div>
          <a href={`/clients/${client.id}`}>{name}</a>
          {client.company && client.lastName ? <p className="quiet">{client.company}</p> : null}
        </div>
      </div>
      <div className={look.contacts}>
        {client.mobilePhone ? (
          <a href={`tel:${client.mobilePhone}`} className={buttons.button}>
            <IconPhone size={16} stroke={1.6} aria-hidden="true" />
            <span className="num">{showPhone(client.mobilePhone)}</span>
          </a>
        ) : null}
        {client.email ? (
          <a href={`mailto:${client.email}`} className={buttons.button} title={client.email}>
            <IconMail size={16} stroke={1.6} aria-hidden="true" />
            {t('write')}
          </a>
        ) : null}
      </div>
    </>
  );
}
