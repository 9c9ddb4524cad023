import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import styles from '@/components/bulk/bulk.module.css';
import { BulkUndo } from '@/components/bulk/bulk-undo';
import { singleParams } from '@/components/data-table/list-url';
import { ImportMeta } from '@/components/imports/import-meta';
import { importHref } from '@/components/imports/import-url';
import { PageHead } from '@/components/shell/page-head';
import { Problem } from '@/components/states/problem';
import { recordNames } from '@/components/undo/record-name';
import { getImport } from '@/lib/domain/imports/get-import';
import { previewGroupUndo } from '@/lib/domain/undo/preview-group';
import { found, pageCtxFor, pageFormat, recordId } from '@/lib/entry/page';
import type { RecordPageProps } from '../../../../page-props';
import { undoImportAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('importing'))('undo') };
}

export default async function UndoImportPage({ params, searchParams }: RecordPageProps) {
  const id = recordId((await params).id);
  const [ctx, format, t] = await Promise.all([pageCtxFor('import.write'), pageFormat(), getTranslations('importing')]);
  const view = await found(getImport(ctx, id));
  const { groupId } = view;
  if (groupId === null) redirect(importHref(id, 'done'));
  const preview = await found(previewGroupUndo(ctx, groupId));
  const nameOf = await recordNames(ctx, preview.conflicts);
  return (
    <>
      <PageHead
        title={t('undo')}
        parent={{ href: importHref(id, 'done'), label: t(`title.${view.entity}`) }}
        under={<ImportMeta {...view} />}
      />
      <Problem code={singleParams(await searchParams).problem} />
      <div className={styles.body}>
        <BulkUndo run={id} group={groupId} preview={preview} nameOf={nameOf} format={format} action={undoImportAction} />
      </div>
    </>
  );
}
