import { IconTrash } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BinTable } from '@/components/bin/bin-table';
import { hrefWith, pageSize, singleParams } from '@/components/data-table/list-url';
import { Pager } from '@/components/data-table/pager';
import { selectionForm } from '@/components/data-table/row-tick';
import table from '@/components/data-table/table.module.css';
import toolbar from '@/components/data-table/toolbar.module.css';
import buttons from '@/components/form/button.module.css';
import { PageHead } from '@/components/shell/page-head';
import { EmptyState } from '@/components/states/empty-state';
import { Problem } from '@/components/states/problem';
import { formalName } from '@/lib/domain/clients/client-name';
import { listClientPage } from '@/lib/domain/clients/list-clients';
import { nameDeleters } from '@/lib/domain/history/name-deleters';
import { listOrderPage } from '@/lib/domain/orders/list-orders';
import { can } from '@/lib/domain/permissions';
import { listProductPage } from '@/lib/domain/products/list-products';
import { type PageCtx, pageCtx, pageFormat } from '@/lib/entry/page';
import type { ListPageProps } from '../../page-props';
import { restoreClientAction } from '../clients/actions';
import { restoreOrderAction } from '../orders/[id]/actions';
import { restoreProductAction } from '../products/actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bin'))('title') };
}

type Place = { after: string | undefined; before: string | undefined };
const newest = { sort: 'deleted_at', descending: true, limit: pageSize } as const;

const kinds = ['order', 'client', 'product'] as const;

async function binned(ctx: PageCtx, entity: (typeof kinds)[number], place: Place) {
  if (entity === 'product') {
    const page = await listProductPage(ctx, { deleted: true }, { ...newest, ...place });
    const rows = page.rows.map(({ product: { id, name, deletedAt } }) => ({ id, name, deletedAt: deletedAt ?? 0, minor: undefined }));
    return { ...page, rows };
  }
  if (entity === 'order') {
    const page = await listOrderPage(ctx, { deleted: true }, { ...newest, ...place });
    const rows = page.rows.map(({ order, client }) => ({
      id: order.id,
      name: `${formalName(client)} · ${order.product}`,
      deletedAt: order.deletedAt ?? 0,
      minor: order.totalMinor,
    }));
    return { ...page, rows };
  }
  const page = await listClientPage(ctx, { deleted: true }, { ...newest, ...place });
  const rows = page.rows.map(({ client }) => ({
    id: client.id,
    name: formalName(client),
    deletedAt: client.deletedAt ?? 0,
    minor: undefined,
  }));
  return { ...page, rows };
}

export default async function BinPage({ searchParams }: ListPageProps) {
  const given = singleParams(await searchParams);
  const entity = kinds.find((kind) => given.of === `${kind}s`) ?? 'order';
  const [ctx, format, t] = await Promise.all([pageCtx(), pageFormat(), getTranslations()]);
  const page = await binned(ctx, entity, { after: given.after, before: given.before });
  const who = await nameDeleters(
    ctx,
    entity,
    page.rows.map(({ id }) => id),
  );
  const tabs = (
    <nav aria-label={t('bin.title')} className={toolbar.tabs}>
      {(['orders', 'clients', 'products'] as const).map((of) => (
        <a key={of} href={hrefWith('/bin', { of })} className={toolbar.tab} aria-current={of === `${entity}s` ? 'true' : undefined}>
          {t(`bin.${of}`)}
        </a>
      ))}
    </nav>
  );
  const restore = { order: restoreOrderAction, client: restoreClientAction, product: restoreProductAction }[entity];
  const mayRestore = can(ctx, `${entity}.write`);
  return (
    <>
      <PageHead title={t('bin.title')} beside={tabs} />
      <Problem code={given.problem} />
      {page.rows.length === 0 ? (
        <EmptyState icon={<IconTrash size={22} stroke={1.6} />} title={t('bin.empty')} text={t('bin.emptyText')} />
      ) : (
        <BinTable entity={entity} rows={page.rows} who={who} format={format} restore={mayRestore ? restore : undefined} />
      )}
      <div className={table.foot}>
        {mayRestore && entity !== 'product' && page.rows.length > 0 ? (
          <button type="submit" form={selectionForm} className={buttons.button}>
            {t('bin.restoreSelected')}
          </button>
        ) : null}
        <Pager page={page} href={(place) => hrefWith('/bin', { of: `${entity}s`, ...place })} />
      </div>
    </>
  );
}
