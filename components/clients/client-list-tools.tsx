import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { BulkAnswer, BulkWish } from '@/components/bulk/selection';
import { SelectionBar } from '@/components/bulk/selection-bar';
import { selectionWords } from '@/components/bulk/selection-words';
import { ListKeys } from '@/components/data-table/list-keys';
import { foundQuery } from '@/components/data-table/list-url';
import { QuickLook } from '@/components/data-table/quick-look';
import { quickLookWords } from '@/components/data-table/quick-look-words';
import { shownQuery } from '@/components/exports/download-url';
import type { ClientListPage } from '@/lib/domain/clients/list-clients';
import type { ClientListUrl } from './client-list-url';

interface ClientListToolsProps {
  list: ClientListPage;
  url: ClientListUrl;
  symbol: string;
  /** Those that are shown. */
  columns: readonly string[];
  mayWrite: boolean;
  /** Whether single letters act. */
  letters: boolean;
  look: (id: number) => Promise<ReactNode>;
  change: (wish: BulkWish) => Promise<BulkAnswer>;
}

/** What JavaScript adds to the list: keys, the quick look, the bar of the marked rows. */
export async function ClientListTools({ list, url, symbol, columns, mayWrite, letters, look, change }: ClientListToolsProps) {
  const [locale, words, lookWords] = await Promise.all([getLocale(), selectionWords(list.count), quickLookWords()]);
  return (
    <>
      <ListKeys letters={letters} />
      <QuickLook words={lookWords} look={look} />
      {mayWrite ? (
        <SelectionBar
          entity="client"
          found={{ count: list.count, totalMinor: undefined, query: foundQuery(url, list.shownFor) }}
          shown={shownQuery(url.params.sort, columns, locale)}
          statuses={[]}
          change={change}
          locale={locale}
          symbol={symbol}
          words={words}
        />
      ) : null}
    </>
  );
}
