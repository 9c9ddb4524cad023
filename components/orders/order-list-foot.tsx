import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SelectBar } from '@/components/bulk/select-bar';
import type { LayoutAction } from '@/components/data-table/layout-menu';
import { hrefWith, listHref } from '@/components/data-table/list-url';
import { PageSize } from '@/components/data-table/page-size';
import { Pager } from '@/components/data-table/pager';
import table from '@/components/data-table/table.module.css';
import { Money } from '@/components/text/money';
import { maxCounted } from '@/lib/domain/orders/count-orders';
import type { OrderListPage } from '@/lib/domain/orders/list-orders';
import { averageMinor } from '@/lib/domain/reports/figures';
import type { Format } from '@/lib/i18n/format';
import type { OrderListUrl } from './order-list-url';

interface OrderListFootProps {
  list: OrderListPage;
  url: OrderListUrl;
  format: Format;
  mayWrite: boolean;
  /** Rows of a page. */
  rows: number;
  save: LayoutAction;
}

/** What all found orders come to, and the way through them. */
export function OrderListFoot({ list, url, format, mayWrite, rows, save }: OrderListFootProps) {
  const t = useTranslations('orders');
  const { count, totalMinor, shownFor } = list;
  // What was meant is what is shown, so that is what is changed.
  const all = hrefWith('/orders/bulk', { ...url.params, ...(shownFor ? { q: shownFor } : {}), sort: undefined, view: undefined, all: '1' });
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
      <div className={table.pages}>
        <PageSize list="orders" rows={rows} back={listHref(url, {})} save={save} />
        <Pager page={list} href={(place) => listHref(url, place)} />
      </div>
    </div>
  );
}
