import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OrderStatus } from '@/components/orders/order-status';
import { PastOrder } from '@/components/past/past-order';
import { readMoments } from '@/components/past/past-url';
import { PastRecordBody } from '@/components/past/record-page';
import { PageHead } from '@/components/shell/page-head';
import { differenceOf } from '@/lib/domain/past/difference-of';
import { recordAt } from '@/lib/domain/past/record-at';
import { listAuthors } from '@/lib/domain/users/list-users';
import { found, pageCtx, pageFormat, pageSettings, recordId } from '@/lib/entry/page';
import type { RecordPageProps } from '../../../../page-props';

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return { title: (await getTranslations('orders'))('number', { id: (await params).id }) };
}

export default async function PastOrderPage({ params, searchParams }: RecordPageProps) {
  const id = recordId((await params).id);
  const [ctx, format, settings, t] = await Promise.all([pageCtx(), pageFormat(), pageSettings(), getTranslations()]);
  const now = ctx.now().getTime();
  const { at = now, to } = readMoments(await searchParams, settings.timeZone, now);
  const past = await found(recordAt(ctx, { entity: 'order', id, at }));
  const { record } = past;
  const authors = new Map((await listAuthors(ctx)).map(({ id: user, name }) => [user, name]));
  const shown = record.existence !== 'absent' && to === undefined;
  const status = shown && typeof record.snapshot.status === 'string' ? record.snapshot.status : undefined;
  return (
    <>
      <PageHead
        parent={{ href: `/orders/${id}`, label: t('orders.number', { id }) }}
        title={t('orders.number', { id })}
        beside={status ? <OrderStatus status={status} /> : null}
        under={shown ? `${format.longDateTime(past.createdAt)} · ${t('common.version', { n: record.version })}` : undefined}
      />
      <PastRecordBody
        entity="order"
        id={id}
        at={at}
        to={to}
        found={past}
        difference={to === undefined ? undefined : await differenceOf(ctx, { entity: 'order', id, from: at, to })}
        format={format}
      >
        <PastOrder id={id} at={at} record={record} format={format} authors={authors} />
      </PastRecordBody>
    </>
  );
}
