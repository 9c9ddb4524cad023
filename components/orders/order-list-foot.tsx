import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SelectBar } from '@/components/bulk/select-bar';
import { hrefWith } from '@/components/data-table/list-url';
import { Pager } from '@/components/data-table/pager';
import table from '@/components/data-table/table.module.css';
import { Money } from '@/components/text/money';
import { maxCounted } from '@/lib/domain/orders/count-orders';
import type { OrderListPage } from '@/lib/domain/orders/list-orders';
import { averageMinor } from '@/lib/domain/reports/figures';
import type { Format } from '@/lib/i18n/format';
import { type OrderListUrl, orderListHref } from './order-list-url';

interface OrderListFootProps {
  list: OrderListPage;
  url: OrderListUrl;
  format: Format;
  mayWrite: boolean;
}

/** What all found orders come to, and the way through them. */
export function OrderListFoot({ list, url, format, mayWrite }: OrderListFootProps) {
  const t = useTranslations('orders');
  const { count, totalMinor, shownFor } = list;
  // What was meant is what is shown, so that is what is changed.
  const all = hrefWith('/orders/bulk', { ...url.params, ...(shownFor ? { q: shownFor } : {}), sort: undefined, all: '1' });
  const bold = (text: ReactNode) => <b>{text}</b>;
  return (
    <div className={table.foot}>
      <span role="status">
        {count === undefined ? t.rich('countOver', { n: maxCounted, b: bold }) : t.rich('count', { n: count, b: bold })}
      </span>
      {count !== undefined && totalMinor !== undefined ? (
        <>
          <span>
            {t('columns.sum')}{' '}
            <b>
              <Money minor={totalMinor} format={format} />
            </b>
          </span>
          <span>
            {t('average')}{' '}
            <b>
              <Money minor={averageMinor(totalMinor, count)} format={format} />
            </b>
          </span>
        </>
      ) : null}
      {mayWrite && list.rows.length > 0 ? <SelectBar action="/orders/bulk" all={all} /> : null}
      <Pager page={list} href={(place) => orderListHref(url, place)} />
    </div>
  );
}
