import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SelectionBar } from '@/components/bulk/selection-bar';
import { selectionWords } from '@/components/bulk/selection-words';
import { ListKeys } from '@/components/data-table/list-keys';
import { foundQuery } from '@/components/data-table/list-url';
import { QuickLook } from '@/components/data-table/quick-look';
import { quickLookWords } from '@/components/data-table/quick-look-words';
import { shownQuery } from '@/components/exports/download-url';
import type { OrderListPage } from '@/lib/domain/orders/list-orders';
import { orderStatuses } from '@/lib/domain/orders/schema';
import type { BulkAnswer, BulkWish } from '../bulk/selection';
import type { OrderListUrl } from './order-list-url';
import { OrderStatusSwitch } from './order-status-switch';
import type { StatusAnswer, StatusWish } from './status-answer';
import { StatusShape } from './status-mark';

interface OrderListToolsProps {
  list: OrderListPage;
  url: OrderListUrl;
  symbol: string;
  /** Those that are shown. */
  columns: readonly string[];
  mayWrite: boolean;
  /** Whether single letters act. */
  letters: boolean;
  look: (id: number) => Promise<ReactNode>;
  setStatus: (wish: StatusWish) => Promise<StatusAnswer>;
  change: (wish: BulkWish) => Promise<BulkAnswer>;
}

/** What JavaScript adds to the list: keys, the quick look, statuses in place, the bar of the marked rows. */
export async function OrderListTools({ list, url, symbol, columns, mayWrite, letters, look, setStatus, change }: OrderListToolsProps) {
  const [t, locale, words, lookWords] = await Promise.all([getTranslations(), getLocale(), selectionWords(list.count), quickLookWords()]);
  const statuses = orderStatuses.map((value) => ({ value, label: t(`status.${value}`), shape: <StatusShape status={value} /> }));
  const { count, totalMinor } = list;
  const query = foundQuery(url, list.shownFor);
  return (
    <>
      <ListKeys letters={letters} />
      <QuickLook words={lookWords} look={look} />
      {mayWrite ? (
        <>
          <OrderStatusSwitch set={setStatus} />
          <SelectionBar
            entity="order"
            found={{ count, totalMinor, query }}
            shown={shownQuery(url.params.sort, columns, locale)}
            statuses={statuses}
            change={change}
            locale={locale}
            symbol={symbol}
            words={words}
          />
        </>
      ) : null}
    </>
  );
}
