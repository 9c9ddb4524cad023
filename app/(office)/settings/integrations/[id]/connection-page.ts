import { singleParams } from '@/components/data-table/list-url';
import { exchangeWords } from '@/components/exchange/words';
import { getConnection } from '@/lib/domain/connections/get-connection';
import { found, pageCtxFor, pageFormat, recordId } from '@/lib/entry/page';
import { providerOf } from '@/lib/integrations/registry';
import type { RecordPageProps } from '../../../../page-props';

/** What every page of a connection begins with. */
export async function connectionPage({ params, searchParams }: RecordPageProps) {
  const id = recordId((await params).id);
  const ctx = await pageCtxFor('connection.manage');
  const [connection, format, t, given] = await Promise.all([
    found(getConnection(ctx, id)),
    pageFormat(),
    exchangeWords(),
    searchParams.then(singleParams),
  ]);
  return { id, ctx, connection, provider: providerOf(connection.kind), format, t, given };
}

/** The place in a list of a page's address. */
export function placeIn(given: Record<string, string | undefined>, name: string): number | undefined {
  return /^[1-9]\d{0,14}$/.test(given[name] ?? '') ? Number(given[name]) : undefined;
}
