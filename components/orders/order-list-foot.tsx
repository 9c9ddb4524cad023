import { useTranslations } from 'next-intl';
import { Pager } from '@/components/data-table/pager';
import table from '@/components/data-table/table.module.css';
import { Money } from '@/components/text/money';
import { averageMinor } from '@/lib/domain/reports/figures';
import type { Format } from '@/lib/i18n/format';
import { type OrderListUrl, orderListHref } from './order-list-url';

interface OrderListFootProps {
  count: number;
  totalMinor: number;
  url: OrderListUrl;
  format: Format;
}

/** What all found orders come to, and the way through them. */
export function OrderListFoot({ count, totalMinor, url, format }: OrderListFootProps) {
  const t = useTranslations('orders');
  return (
    <div className={table.foot}>
      <span role="status">{t.rich('count', { n: count, b: (text) => <b>{text}</b> })}</span>
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
      <Pager page={url.page} count={count} href={(page) => orderListHref(url, { page: String(page) })} />
    </div>
  );
}
