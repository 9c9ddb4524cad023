import { IconArrowMerge, IconEraser, IconPencil, IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientDetails } from '@/components/clients/client-details';
import { ClientFigures } from '@/components/clients/client-figures';
import { walkClients } from '@/components/clients/client-walk';
import { DeleteClient } from '@/components/clients/delete-client';
import erase from '@/components/clients/erase-client.module.css';
import { ErasedStrip } from '@/components/clients/erased-strip';
import { hrefWith, singleParams } from '@/components/data-table/list-url';
import { Neighbours } from '@/components/data-table/neighbours';
import { FormerStrip, SimilarStrip } from '@/components/duplicates/card-strips';
import { mergeHref } from '@/components/duplicates/merge-url';
import buttons from '@/components/form/button.module.css';
import { RecordHistory } from '@/components/history/record-history';
import { ClientOrders } from '@/components/orders/client-orders';
import styles from '@/components/orders/order-card.module.css';
import { pastHref } from '@/components/past/past-url';
import { PageHead } from '@/components/shell/page-head';
import { BinnedStrip } from '@/components/states/binned-strip';
import { Problem } from '@/components/states/problem';
import { formalName } from '@/lib/domain/clients/client-name';
import { getClientCard } from '@/lib/domain/clients/get-client';
import { findSimilarClients } from '@/lib/domain/duplicates/find-similar';
import { listHistory } from '@/lib/domain/history/list-history';
import { listOrderPage } from '@/lib/domain/orders/list-orders';
import { can } from '@/lib/domain/permissions';
import { mayUndo } from '@/lib/domain/undo/undo-operation';
import { found, pageCtx, pageFormat, recordId } from '@/lib/entry/page';
import type { RecordPageProps } from '../../../page-props';
import { deleteClientAction, restoreClientAction } from '../actions';

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return { title: (await getTranslations('clients'))('number', { id: (await params).id }) };
}

export default async function ClientPage({ params, searchParams }: RecordPageProps) {
  const id = recordId((await params).id);
  const { problem, merged = '' } = singleParams(await searchParams);
  const [ctx, format, t] = await Promise.all([pageCtx(), pageFormat(), getTranslations()]);
  const { client, totals, former } = await found(getClientCard(ctx, id, /^\d{1,15}$/.test(merged) ? Number(merged) : undefined));
  if (client.id !== id) redirect(hrefWith(`/clients/${client.id}`, { merged: String(id) }));
  const walk = await walkClients(ctx, id, (await searchParams).in);
  const [similar, orders, history] = await Promise.all([
    findSimilarClients(ctx, { mobile_phone: client.mobilePhone ?? '', inn: client.inn, except: id }),
    listOrderPage(ctx, { client_id: id }, { sort: 'created_at', descending: true, limit: 20 }),
    listHistory(ctx, { entity: 'client', entityId: id, limit: 100 }),
  ]);
  const live = client.deletedAt === null && client.erasedAt === null;
  const mayWrite = can(ctx, 'client.write') && client.erasedAt === null;
  const actions = (
    <>
      <a href={`/clients/${id}/edit`} className={buttons.button}>
        <IconPencil size={16} stroke={1.6} aria-hidden="true" />
        {t('common.edit')}
      </a>
      <a href={`/orders/new?client=${id}`} className={buttons.primary}>
        <IconPlus size={16} stroke={1.6} aria-hidden="true" />
        {t('orders.new')}
      </a>
    </>
  );
  return (
    <>
      <PageHead
        parent={{ href: walk?.back ?? '/clients', label: t('clients.title') }}
        along={<Neighbours walk={walk} />}
        title={formalName(client)}
        under={[client.lastName && client.company, t('client.since', { day: format.longDay(client.createdDay) })]
          .filter(Boolean)
          .join(' · ')}
        actions={live && mayWrite ? actions : null}
      />
      <Problem code={problem} />
      {former === null ? null : <FormerStrip id={former} />}
      {live && mayWrite ? <SimilarStrip id={id} similar={similar} /> : null}
      {client.erasedAt === null ? null : <ErasedStrip erasedAt={client.erasedAt} format={format} />}
      {client.deletedAt === null ? null : (
        <BinnedStrip id={id} deletedAt={client.deletedAt} format={format} restore={mayWrite ? restoreClientAction : undefined} />
      )}
      <div className={styles.columns}>
        <div>
          <ClientFigures id={id} totals={totals} format={format} />
          <div className={styles.heading}>
            <h2>{t('orders.title')}</h2>
            <a href={`/orders?client=${id}`}>{t('client.openList', { n: totals.orders })}</a>
          </div>
          {orders.rows.length > 0 ? (
            <ClientOrders rows={orders.rows} format={format} />
          ) : (
            <p className={`quiet ${styles.section}`} style={{ paddingTop: 0 }}>
              {t('client.noOrders')}
            </p>
          )}
          {live && mayWrite ? (
            <DeleteClient id={id} version={client.version} orders={totals.orders} action={deleteClientAction}>
              <a href={mergeHref({ main: id })} className={buttons.button}>
                <IconArrowMerge size={16} stroke={1.6} aria-hidden="true" />
                {t('duplicates.mergeOther')}
              </a>
            </DeleteClient>
          ) : null}
          {client.erasedAt === null && can(ctx, 'privacy.erase') ? (
            <p className={styles.bottom}>
              <a href={`/clients/${id}/erase`} className={erase.link}>
                <IconEraser size={16} stroke={1.6} aria-hidden="true" />
                {t('erase.link')}
              </a>
            </p>
          ) : null}
        </div>
        <aside className={styles.side} aria-label={t('client.contacts')}>
          <ClientDetails client={client} format={format} />
          <RecordHistory
            entries={history.entries}
            marks={{ ...history, mayUndo: (operation) => mayUndo(ctx, operation) }}
            format={format}
            past={(at) => pastHref('client', id, { at })}
          />
        </aside>
      </div>
    </>
  );
}
