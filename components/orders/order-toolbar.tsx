import { IconSearch, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { PeriodFields } from '@/components/data-table/period-fields';
import toolbar from '@/components/data-table/toolbar.module.css';
import buttons from '@/components/form/button.module.css';
import { isFiltered, type OrderListUrl, orderListHref } from './order-list-url';

interface OrderToolbarProps {
  url: OrderListUrl;
  /** The client whose orders alone are shown. */
  clientName?: string;
}

/** Search, period and the other conditions; everything stands in the address. */
export function OrderToolbar({ url, clientName }: OrderToolbarProps) {
  const t = useTranslations();
  const { params } = url;
  const kept = { status: params.status, client: params.client, unpaid: params.unpaid, sort: params.sort };
  return (
    <form method="get" action="/orders" className={toolbar.toolbar} key={JSON.stringify(params)} aria-label={t('orders.search')}>
      {Object.entries(kept).map(([name, value]) => (value ? <input key={name} type="hidden" name={name} value={value} /> : null))}
      <div className={toolbar.search}>
        <IconSearch size={16} stroke={1.6} aria-hidden="true" />
        <input
          type="search"
          name="q"
          defaultValue={params.q}
          className={toolbar.input}
          placeholder={t('orders.searchHint')}
          aria-label={t('orders.searchHint')}
        />
      </div>
      <PeriodFields from={params.from} to={params.to} />
      <button type="submit" className={buttons.button}>
        {t('table.find')}
      </button>
      {clientName ? (
        <span className={toolbar.chip}>
          <span>
            <span className="quiet">{t('orders.columns.client')}</span> <b>{clientName}</b>
          </span>
          <a href={orderListHref(url, { client: undefined })} aria-label={t('table.drop', { name: clientName })}>
            <IconX size={14} stroke={1.6} aria-hidden="true" />
          </a>
        </span>
      ) : null}
      {params.unpaid ? (
        <span className={toolbar.chip}>
          <b>{t('orders.unpaid')}</b>
          <a href={orderListHref(url, { unpaid: undefined })} aria-label={t('table.drop', { name: t('orders.unpaid') })}>
            <IconX size={14} stroke={1.6} aria-hidden="true" />
          </a>
        </span>
      ) : null}
      {isFiltered(url) ? (
        <a href="/orders" className={toolbar.reset}>
          {t('table.reset')}
        </a>
      ) : null}
    </form>
  );
}
