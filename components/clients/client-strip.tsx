import { IconMail, IconPhone, IconRoute } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import styles from '@/components/orders/order-card.module.css';
import { Initials } from '@/components/text/initials';
import type { ClientRow } from '@/db/queries/clients';
import { formalName } from '@/lib/domain/clients/client-name';
import type { ClientTotals } from '@/lib/domain/clients/get-client';
import type { Format } from '@/lib/i18n/format';
import { routeTo } from './route-to';
import { showPhone } from './show-phone';

interface ClientStripProps {
  client: ClientRow;
  totals: ClientTotals;
  format: Format;
}

/** Whose order it is, and how to reach him. */
export function ClientStrip({ client, totals, format }: ClientStripProps) {
  const t = useTranslations('client');
  const tCard = useTranslations('orderCard');
  const name = formalName(client);
  return (
    <div className={styles.client}>
      <Initials name={name} large />
      <div className={styles.who}>
        <div>
          <a href={`/clients/${client.id}`} style={{ color: 'inherit', fontWeight: 500, fontSize: 14 }}>
            {name}
          </a>
          {client.company && client.lastName ? <span className="quiet"> · {client.company}</span> : null}
        </div>
        <div className="quiet">
          <span className="num">{t('ordersOn', { n: totals.orders, sum: format.money(totals.totalMinor) })}</span>
          {totals.lastOrderAt === null ? null : <span> · {tCard('last', { day: format.shortDay(format.dayOf(totals.lastOrderAt)) })}</span>}
        </div>
      </div>
      <div className={styles.contacts}>
        {client.mobilePhone ? (
          <a href={`tel:${client.mobilePhone}`} className={buttons.button} aria-label={`${tCard('call')} ${showPhone(client.mobilePhone)}`}>
            <IconPhone size={16} stroke={1.6} aria-hidden="true" />
            <span className={`num ${styles.wide}`}>{showPhone(client.mobilePhone)}</span>
            <span className={styles.narrow}>{tCard('call')}</span>
          </a>
        ) : null}
        {client.email ? (
          <a href={`mailto:${client.email}`} className={buttons.button} title={client.email}>
            <IconMail size={16} stroke={1.6} aria-hidden="true" />
            {t('write')}
          </a>
        ) : null}
        {client.address ? (
          <a
            href={routeTo(client.address)}
            target="_blank"
            rel="noreferrer"
            className={`${buttons.button} ${styles.onPhone}`}
            title={client.address}
          >
            <IconRoute size={16} stroke={1.6} aria-hidden="true" />
            {t('route')}
          </a>
        ) : null}
      </div>
    </div>
  );
}
