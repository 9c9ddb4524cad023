import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { hrefWith } from '@/components/data-table/list-url';
import buttons from '@/components/form/button.module.css';
import { PastClient } from '@/components/past/past-client';
import { readMoments } from '@/components/past/past-url';
import { PastRecordBody } from '@/components/past/record-page';
import { PageHead } from '@/components/shell/page-head';
import { formalName } from '@/lib/domain/clients/client-name';
import { differenceOf } from '@/lib/domain/past/difference-of';
import { clientColumns } from '@/lib/domain/past/past-clients';
import { recordAt } from '@/lib/domain/past/record-at';
import { found, pageCtx, pageFormat, pageSettings, recordId } from '@/lib/entry/page';
import type { RecordPageProps } from '../../../../page-props';

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return { title: (await getTranslations('clients'))('number', { id: (await params).id }) };
}

export default async function PastClientPage({ params, searchParams }: RecordPageProps) {
  const id = recordId((await params).id);
  const [ctx, format, settings, t] = await Promise.all([pageCtx(), pageFormat(), pageSettings(), getTranslations()]);
  const now = ctx.now().getTime();
  const { at = now, to } = readMoments(await searchParams, settings.timeZone, now);
  const past = await found(recordAt(ctx, { entity: 'client', id, at }));
  const { record } = past;
  const shown = record.existence !== 'absent' && to === undefined;
  const number = t('clients.number', { id });
  const orders = hrefWith('/past', { what: 'orders', client: String(id), at: String(at) });
  return (
    <>
      <PageHead
        parent={{ href: `/clients/${id}`, label: number }}
        title={(shown && formalName(clientColumns(record.snapshot))) || number}
        under={shown ? `${number} · ${t('common.version', { n: record.version })}` : undefined}
        actions={
          shown ? (
            <a href={orders} className={buttons.button}>
              {t('past.ordersThen')}
            </a>
          ) : null
        }
      />
      <PastRecordBody
        entity="client"
        id={id}
        at={at}
        to={to}
        found={past}
        difference={to === undefined ? undefined : await differenceOf(ctx, { entity: 'client', id, from: at, to })}
        format={format}
      >
        <PastClient record={record} />
      </PastRecordBody>
    </>
  );
}
