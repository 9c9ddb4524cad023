import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SelectBar } from '@/components/bulk/select-bar';
import type { LayoutAction } from '@/components/data-table/layout-menu';
import { ListFoot } from '@/components/data-table/list-foot';
import { foundQuery } from '@/components/data-table/list-url';
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
  const { count, totalMinor } = list;
  // What was meant is what is shown, so that is what is changed.
  const query = foundQuery(url, list.shownFor);
  const all = `/orders/bulk?${query ? `${query}&` : ''}all=1`;
  const bold = (text: ReactNode) => <b>{text}</b>;
  return (
    <ListFoot list="orders" page={list} url={url} rows={rows} save={save}>
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
    </ListFoot>
  );
}
