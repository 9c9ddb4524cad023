import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { singleParams } from '@/components/data-table/list-url';
import { FileProblem } from '@/components/imports/file-problem';
import styles from '@/components/imports/import.module.css';
import { ImportHead } from '@/components/imports/import-head';
import { ImportMeta } from '@/components/imports/import-meta';
import { importHref, listOf, stepOf } from '@/components/imports/import-url';
import { MappingForm } from '@/components/imports/mapping-form';
import { mappingSetup } from '@/components/imports/mapping-setup';
import { ReadingForm } from '@/components/imports/reading-form';
import { getImport } from '@/lib/domain/imports/get-import';
import { found, pageCtxFor, recordId } from '@/lib/entry/page';
import { env } from '@/lib/env';
import { apiWords } from '@/lib/i18n/api-translator';
import type { RecordPageProps } from '../../../../page-props';
import { mapImportAction, rereadImportAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('importing'))('columnsTitle') };
}

export default async function ImportColumnsPage({ params, searchParams }: RecordPageProps) {
  const id = recordId((await params).id);
  const [ctx, given, locale, t] = await Promise.all([pageCtxFor('import.write'), searchParams, getLocale(), getTranslations('importing')]);
  const view = await found(getImport(ctx, id));
  if (stepOf(view.state) === 'done') redirect(importHref(id, 'done'));
  const { problem, row } = singleParams(given);
  const again = `/imports/new?entity=${view.entity}`;
  const { initial, ...setup } = mappingSetup(view, t, apiWords(locale));
  return (
    <div className={styles.page}>
      <ImportHead
        entity={view.entity}
        step="columns"
        back={{ href: listOf[view.entity], label: t(`entity.${view.entity}`) }}
        meta={<ImportMeta {...view} />}
        links={{ file: again }}
      />
      <div className={styles.body}>
        {problem ? <FileProblem code={problem} row={row} limit={env().IMPORT_LIMIT_MB} /> : null}
        <p className={styles.text}>{t('guessed')}</p>
        <ReadingForm id={id} file={view.file} action={rereadImportAction} />
      </div>
      <MappingForm
        // A file that was read another way has other columns.
        key={`${view.file.encoding} ${view.file.delimiter} ${view.file.sheet}`}
        {...setup}
        initial={initial}
        action={mapImportAction}
        back={again}
      />
    </div>
  );
}
