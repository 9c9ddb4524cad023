import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import styles from '@/components/bulk/bulk.module.css';
import { BulkForm } from '@/components/bulk/bulk-form';
import { selectedIds, selectionParams } from '@/components/bulk/selection-url';
import { clientListHref, readClientListUrl } from '@/components/clients/client-list-url';
import { singleParams } from '@/components/data-table/list-url';
import { PageHead } from '@/components/shell/page-head';
import { Problem } from '@/components/states/problem';
import { countBulk } from '@/lib/domain/bulk/get-bulk';
import { pageCtxFor } from '@/lib/entry/page';
import type { ListPageProps } from '../../../page-props';
import { changeClientsAction } from '../../bulk/actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bulk.title'))('client') };
}

export default async function ChangeClientsPage({ searchParams }: ListPageProps) {
  const given = await searchParams;
  const url = readClientListUrl(given);
  const ids = selectedIds(given);
  const [ctx, t] = await Promise.all([pageCtxFor('client.write'), getTranslations()]);
  const selection = ids ? { ids } : { filter: url.filter };
  const count = ids?.length === 0 ? 0 : await countBulk(ctx, { entity: 'client', selection, action: { type: 'restore' } });
  const back = clientListHref(url, {});
  return (
    <>
      <PageHead title={t('bulk.title.client')} parent={{ href: back, label: t('clients.title') }} />
      <Problem code={count === 0 ? 'nothing_selected' : singleParams(given).problem} />
      <div className={styles.body}>
        <p>
          {t.rich('bulk.chosen.client', { n: count, b: (text) => <b>{text}</b> })}. {ids ? t('bulk.byHand') : t('bulk.byFilter')}{' '}
          {t('bulk.undoable')}
        </p>
        {count > 0 ? (
          <BulkForm
            entity="client"
            selection={{ ...selectionParams(ids, url.params), binned: singleParams(given).binned }}
            binned={(url.filter.deleted ?? false) || given.binned === '1'}
            back={back}
            action={changeClientsAction}
          />
        ) : null}
      </div>
    </>
  );
}
