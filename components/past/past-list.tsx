import { IconSearchOff } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/states/empty-state';
import type { Ctx } from '@/lib/domain/context';
import { listDifferences } from '@/lib/domain/past/list-differences';
import { listPastClients } from '@/lib/domain/past/list-past-clients';
import { listPastOrders } from '@/lib/domain/past/list-past-orders';
import type { Format } from '@/lib/i18n/format';
import { DifferenceList } from './difference-list';
import { PastFoot } from './past-foot';
import { PastClientTable, PastOrderTable } from './past-tables';
import { type PastUrl, pastListHref } from './past-url';

const pageSize = 50;

interface PastListProps {
  ctx: Ctx;
  url: PastUrl;
  at: number;
  format: Format;
}

async function NothingThen({ tired }: { tired: boolean }) {
  const t = await getTranslations('past');
  return (
    <EmptyState
      icon={<IconSearchOff size={22} stroke={1.6} />}
      title={tired ? t('notYetFound') : t('notFound')}
      text={tired ? t('notYetFoundText') : undefined}
    />
  );
}

/** The orders or clients as they stood at a moment. */
export async function PastList({ ctx, url, at, format }: PastListProps) {
  const query = { at, search: url.q, before: url.before, limit: pageSize };
  const hrefOf = (next: number | null) => (next === null ? undefined : pastListHref(url, { before: String(next) }));
  if (url.entity === 'client') {
    const { rows, next, tired } = await listPastClients(ctx, query);
    return (
      <>
        {rows.length > 0 ? <PastClientTable rows={rows} at={at} format={format} /> : <NothingThen tired={tired} />}
        <PastFoot count={rows.length} next={hrefOf(next)} tired={tired} format={format} />
      </>
    );
  }
  const { rows, next, tired } = await listPastOrders(ctx, { ...query, status: url.status, clientId: url.client });
  const totalMinor = rows.reduce((sum, order) => sum + order.totalMinor, 0);
  return (
    <>
      {rows.length > 0 ? <PastOrderTable rows={rows} at={at} format={format} /> : <NothingThen tired={tired} />}
      <PastFoot count={rows.length} totalMinor={totalMinor} next={hrefOf(next)} tired={tired} format={format} />
    </>
  );
}

/** What was changed in the list between two moments. */
export async function PastChanges({ ctx, url, at, to, format }: PastListProps & { to: number }) {
  const t = await getTranslations('past');
  const { rows, next } = await listDifferences(ctx, { entity: url.entity, from: at, to, before: url.after, limit: pageSize });
  return (
    <>
      {rows.length > 0 ? (
        <DifferenceList rows={rows} entity={url.entity} moments={{ at, to }} format={format} />
      ) : (
        <EmptyState icon={<IconSearchOff size={22} stroke={1.6} />} title={t('noDifference')} />
      )}
      <PastFoot
        count={rows.length}
        next={next ? pastListHref(url, { after: `${next.at}-${next.changeId}` }) : undefined}
        tired={rows.length < pageSize}
        format={format}
      />
    </>
  );
}
