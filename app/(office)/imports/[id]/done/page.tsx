import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { singleParams } from '@/components/data-table/list-url';
import { FileProblem } from '@/components/imports/file-problem';
import styles from '@/components/imports/import.module.css';
import { ImportHead } from '@/components/imports/import-head';
import { ImportMeta } from '@/components/imports/import-meta';
import { ImportResult } from '@/components/imports/import-result';
import { importHref, listOf, stepOf } from '@/components/imports/import-url';
import { ImportProgress } from '@/components/imports/progress';
import { RefusedRows } from '@/components/imports/refused-rows';
import { Problem } from '@/components/states/problem';
import { listHistory } from '@/lib/domain/history/list-history';
import { getImport } from '@/lib/domain/imports/get-import';
import { listImportRows } from '@/lib/domain/imports/list-rows';
import { found, type PageCtx, pageCtxFor, recordId } from '@/lib/entry/page';
import { env } from '@/lib/env';
import type { RecordPageProps } from '../../../../page-props';
import { stopImportAction } from '../../actions';

/** Refused rows that are told one by one; the file to download has all of them. */
const told = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('importing.steps'))('done') };
}

/** Whether the last thing an import did was taken back, and with it all of it. */
async function isUndone(ctx: PageCtx, group: number | null): Promise<boolean> {
  if (group === null) return false;
  const { entries, undone } = await listHistory(ctx, { group, limit: 1 });
  return entries.length > 0 && entries.every(({ operation }) => undone.has(operation.id));
}

export default async function ImportDonePage({ params, searchParams }: RecordPageProps) {
  const id = recordId((await params).id);
  const [ctx, given, t] = await Promise.all([pageCtxFor('import.write'), searchParams, getTranslations('importing')]);
  const view = await found(getImport(ctx, id));
  const step = stepOf(view.state);
  if (step !== 'done') redirect(importHref(id, step));
  const { entity, state, failure, groupId } = view;
  const applying = state === 'applying';
  const refused = applying ? [] : await listImportRows(ctx, id, { refused: true, after: 0, limit: told });
  return (
    <div className={styles.page}>
      <ImportHead
        entity={entity}
        step="done"
        back={{ href: listOf[entity], label: t(`entity.${entity}`) }}
        meta={<ImportMeta {...view} />}
        finished={state === 'done'}
      />
      <Problem code={singleParams(given).problem} />
      {applying ? (
        <ImportProgress view={view} stop={stopImportAction} />
      ) : (
        <div className={styles.body}>
          {state === 'failed' && failure?.startsWith('file_') ? (
            <FileProblem code={failure.slice('file_'.length)} limit={env().IMPORT_LIMIT_MB} />
          ) : null}
          <ImportResult view={view} undone={await isUndone(ctx, groupId)} />
          <RefusedRows view={view} rows={refused} />
        </div>
      )}
    </div>
  );
}
