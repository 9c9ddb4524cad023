import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { singleParams } from '@/components/data-table/list-url';
import toolbar from '@/components/data-table/toolbar.module.css';
import { FileForm, TemplateLinks } from '@/components/imports/file-form';
import styles from '@/components/imports/import.module.css';
import { ImportHead } from '@/components/imports/import-head';
import { entityIn, listOf } from '@/components/imports/import-url';
import { importEntities } from '@/lib/domain/imports/schema';
import { plainFormLimit } from '@/lib/entry/import-upload';
import { pageCtxFor } from '@/lib/entry/page';
import { env } from '@/lib/env';
import type { ListPageProps } from '../../../page-props';

export async function generateMetadata({ searchParams }: ListPageProps): Promise<Metadata> {
  return { title: (await getTranslations('importing.title'))(entityIn((await searchParams).entity)) };
}

export default async function NewImportPage({ searchParams }: ListPageProps) {
  const [given, , t] = await Promise.all([searchParams, pageCtxFor('import.write'), getTranslations('importing')]);
  const entity = entityIn(given.entity);
  const { problem, row } = singleParams(given);
  return (
    <div className={styles.page}>
      <ImportHead entity={entity} step="file" back={{ href: listOf[entity], label: t(`entity.${entity}`) }} />
      <div className={styles.body}>
        <nav aria-label={t('what')} className={styles.entities}>
          {importEntities.map((name) => (
            <a key={name} href={`/imports/new?entity=${name}`} className={toolbar.tab} aria-current={name === entity ? 'true' : undefined}>
              {t(`entity.${name}`)}
            </a>
          ))}
        </nav>
        <FileForm key={entity} entity={entity} limit={env().IMPORT_LIMIT_MB} plainLimit={plainFormLimit} problem={problem} row={row} />
        <p className={styles.text}>{t('undoable')}</p>
        <section>
          <h2>{t('template')}</h2>
          <p className={styles.text}>{t('own')}</p>
          <TemplateLinks entity={entity} />
        </section>
        <p>
          <a href="/imports">{t('all')}</a>
        </p>
      </div>
    </div>
  );
}
