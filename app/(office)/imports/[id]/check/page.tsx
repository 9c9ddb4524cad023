import { IconTableOff } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { singleParams } from '@/components/data-table/list-url';
import { CheckFoot } from '@/components/imports/check-foot';
import { CheckPager } from '@/components/imports/check-pager';
import { CheckTable } from '@/components/imports/check-table';
import { CheckTabs } from '@/components/imports/check-tabs';
import tabs from '@/components/imports/check-tabs.module.css';
import { ConflictsBanner } from '@/components/imports/conflicts-banner';
import { countWriting } from '@/components/imports/count-writing';
import styles from '@/components/imports/import.module.css';
import { ImportHead } from '@/components/imports/import-head';
import { ImportMeta } from '@/components/imports/import-meta';
import { checkHref, checkPage, checkSteps, checkTabs, importHref, listOf, readCheckUrl, stepOf } from '@/components/imports/import-url';
import { MatchKeys } from '@/components/imports/match-keys';
import { ImportProgress } from '@/components/imports/progress';
import { EmptyState } from '@/components/states/empty-state';
import { Problem } from '@/components/states/problem';
import { recordNames } from '@/components/undo/record-name';
import { getImport } from '@/lib/domain/imports/get-import';
import { listImportRows } from '@/lib/domain/imports/list-rows';
import { found, pageCtxFor, recordId } from '@/lib/entry/page';
import type { RecordPageProps } from '../../../../page-props';
import { applyImportAction, chooseAllAction, matchImportAction } from '../../actions';
import { answerRowAction, rowAction } from '../../row-actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('importing.steps'))('check') };
}

export default async function CheckImportPage({ params, searchParams }: RecordPageProps) {
  const id = recordId((await params).id);
  const [ctx, given, t] = await Promise.all([pageCtxFor('import.write'), searchParams, getTranslations('importing')]);
  const view = await found(getImport(ctx, id));
  const step = stepOf(view.state);
  if (step !== 'check') redirect(importHref(id, step));
  const { entity, counts } = view;
  const head = (
    <ImportHead
      entity={entity}
      step="check"
      back={{ href: listOf[entity], label: t(`entity.${entity}`) }}
      meta={<ImportMeta {...view} />}
      links={{ file: `/imports/new?entity=${entity}`, columns: importHref(id, 'columns') }}
    />
  );
  if (view.state === 'checking')
    return (
      <div className={styles.page}>
        {head}
        <ImportProgress view={view} />
      </div>
    );
  const url = readCheckUrl(id, given);
  const kinds = url.conflicts ? (['conflict'] as const) : checkTabs[url.tab];
  const [listed, writing] = await Promise.all([
    listImportRows(ctx, id, { kinds, after: url.after, limit: checkPage + 1 }),
    countWriting(ctx, view),
  ]);
  const rows = listed.slice(0, checkPage);
  const named = rows.flatMap(({ detail }) => detail.candidates ?? []).map((entityId) => ({ entity, entityId }));
  const nameOf = await recordNames(ctx, named);
  return (
    <div className={styles.page}>
      {head}
      <Problem code={singleParams(given).problem} />
      <div className={tabs.row}>
        <CheckTabs counts={counts} url={url} />
        <MatchKeys view={view} action={matchImportAction} />
      </div>
      <ConflictsBanner id={id} rows={counts.conflict} cells={writing.conflictCells} url={url} action={chooseAllAction} />
      {rows.length > 0 ? (
        <CheckTable
          view={view}
          rows={rows}
          back={checkHref(url, url)}
          nameOf={(entityId) => nameOf({ entity, entityId })}
          action={rowAction}
          answer={answerRowAction}
        />
      ) : (
        <EmptyState
          icon={<IconTableOff size={22} stroke={1.6} />}
          title={t(counts.same > 0 && checkTabs.review.every((kind) => counts[kind] === 0) ? 'nothing' : 'tabEmpty')}
        />
      )}
      <CheckPager {...checkSteps(url, listed.length > checkPage ? rows.at(-1)?.rowNo : undefined)} />
      <CheckFoot view={view} writing={writing.rows} action={applyImportAction} />
    </div>
  );
}
