import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Pager } from '@/components/data-table/pager';
import table from '@/components/data-table/table.module.css';
import { Money } from '@/components/text/money';
import { maxCounted, type OrderListPage } from '@/lib/domain/orders/list-orders';
import { averageMinor } from '@/lib/domain/reports/figures';
import type { Format } from '@/lib/i18n/format';
import { type OrderListUrl, orderListHref } from './order-list-url';

interface OrderListFootProps {
  list: OrderListPage;
  url: OrderListUrl;
  format: Format;
}

/** What all found orders come to, and the way through them. */
export function OrderListFoot({ list, url, format }: OrderListFootProps) {
  const t = useTranslations('orders');
  const { count, totalMinor } = list;
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
      <Pager page={list} href={(place) => orderListHref(url, place)} />
    </div>
  );
}
