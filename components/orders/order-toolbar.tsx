import { useTranslations } from 'next-intl';
import { PeriodFields } from '@/components/data-table/period-fields';
import { SearchField } from '@/components/data-table/search-field';
import toolbar from '@/components/data-table/toolbar.module.css';
import buttons from '@/components/form/button.module.css';
import { OrderFilterChips } from './order-filter-chips';
import { type OrderFilterNames, OrderFilterPanel } from './order-filter-panel';
import { isFiltered, type OrderListUrl } from './order-list-url';

/** Search, period and the other conditions; everything stands in the address. */
export function OrderToolbar({ url, names }: { url: OrderListUrl; names: OrderFilterNames }) {
  const t = useTranslations();
  const { params } = url;
  return (
    <form method="get" action="/orders" className={toolbar.toolbar} key={JSON.stringify(params)} aria-label={t('orders.search')}>
      {params.sort ? <input type="hidden" name="sort" value={params.sort} /> : null}
      {params.client ? <input type="hidden" name="client" value={params.client} /> : null}
      {params.product_id ? <input type="hidden" name="product_id" value={params.product_id} /> : null}
      <SearchField typed={params.q} hint={t('orders.searchHint')} />
      <PeriodFields from={params.from} to={params.to} />
      <button type="submit" className={buttons.button}>
        {t('table.find')}
      </button>
      <OrderFilterPanel url={url} names={names} />
      <OrderFilterChips url={url} names={names} />
      {isFiltered(url) ? (
        <a href="/orders" className={toolbar.reset}>
          {t('table.reset')}
        </a>
      ) : null}
    </form>
  );
}
