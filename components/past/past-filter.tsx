import { IconSearch, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import toolbar from '@/components/data-table/toolbar.module.css';
import buttons from '@/components/form/button.module.css';
import { orderStatuses } from '@/lib/domain/orders/schema';
import type { Format } from '@/lib/i18n/format';
import { MomentFields } from './moment-fields';
import past from './past.module.css';
import { type PastUrl, pastListHref } from './past-url';

interface PastFilterProps {
  url: PastUrl;
  /** Shown where no moment is chosen yet. */
  now: number;
  /** The client whose orders alone are shown. */
  clientName: string | undefined;
  format: Format;
}

/** Which list, at which moment, and what in it: a form that only changes the address. */
export function PastFilter({ url, now, clientName, format }: PastFilterProps) {
  const t = useTranslations();
  const { entity, at, to, q, status, client } = url;
  return (
    <form method="get" action="/past" className={`${toolbar.toolbar} ${past.form}`} key={JSON.stringify(url)} aria-label={t('past.title')}>
      <label className={toolbar.date}>
        {t('past.what')}
        <select name="what" defaultValue={`${entity}s`} className={toolbar.input}>
          <option value="orders">{t('orders.title')}</option>
          <option value="clients">{t('clients.title')}</option>
        </select>
      </label>
      <MomentFields at={at ?? now} to={to} format={format} />
      <div className={toolbar.search}>
        <IconSearch size={16} stroke={1.6} aria-hidden="true" />
        <input
          type="search"
          name="q"
          defaultValue={q}
          className={toolbar.input}
          placeholder={t('past.search')}
          aria-label={t('past.search')}
        />
      </div>
      <label className={toolbar.date}>
        {t('order.status')}
        <select name="status" defaultValue={status ?? ''} className={toolbar.input}>
          <option value="">—</option>
          {orderStatuses.map((name) => (
            <option key={name} value={name}>
              {t(`status.${name}`)}
            </option>
          ))}
        </select>
      </label>
      {client ? <input type="hidden" name="client" value={client} /> : null}
      <button type="submit" className={buttons.button}>
        {t('past.show')}
      </button>
      {client && clientName ? (
        <span className={toolbar.chip}>
          <span>
            <span className="quiet">{t('orders.columns.client')}</span> <b>{clientName}</b>
          </span>
          <a href={pastListHref(url, { client: undefined })} aria-label={t('table.drop', { name: clientName })}>
            <IconX size={14} stroke={1.6} aria-hidden="true" />
          </a>
        </span>
      ) : null}
    </form>
  );
}
