import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import fields from '@/components/form/field.module.css';
import type { ImportEntity } from '@/lib/domain/imports/schema';
import styles from './file-form.module.css';
import { FileProblem } from './file-problem';
import { UploadFile } from './upload-file';

interface FileFormProps {
  entity: ImportEntity;
  /** Megabytes, and those that a browser without scripts may send. */
  limit: number;
  plainLimit: number;
  /** Why the last file was not taken. */
  problem: string | undefined;
  /** The row of it that is to blame. */
  row: string | undefined;
}

/** The first step: a file is chosen or dropped. A browser without scripts sends the form by itself. */
export function FileForm({ entity, limit, plainLimit, problem, row }: FileFormProps) {
  const t = useTranslations('importing');
  const words = { lost: t('lost'), stop: t('stop'), sending: t.raw('sending') as string, label: t('file') };
  return (
    <UploadFile action={`/files/imports?entity=${entity}`} className={styles.form} barClass={styles.bar} words={words}>
      {problem ? <FileProblem code={problem} row={row} limit={limit} /> : null}
      <div className={fields.field}>
        <label htmlFor="file" className={styles.zone}>
          <IconUpload size={22} stroke={1.6} aria-hidden="true" />
          <span className={styles.drop} data-needs-script="">
            {t('drop')}
          </span>
          <span className={styles.drop} data-no-script="">
            {t('file')}
          </span>
          <input
            id="file"
            type="file"
            name="file"
            required
            accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            className={styles.choose}
            aria-label={t('file')}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? 'file-problem file-hint' : 'file-hint'}
          />
        </label>
        <p id="file-hint" className={fields.hint}>
          {t(entity === 'payment' ? 'fileHintPayment' : 'fileHint', { limit })}{' '}
          <span data-no-script="">{t('plainHint', { limit: plainLimit })}</span>
        </p>
      </div>
      <div>
        <button type="submit" className={`${buttons.primary} ${buttons.large}`}>
          {t('send')}
        </button>
      </div>
    </UploadFile>
  );
}

/** The files to begin from. A link of its own for each kind of file; the browser keeps it, the page stays. */
export function TemplateLinks({ entity }: { entity: ImportEntity }) {
  const t = useTranslations('importing');
  return (
    <p className={styles.templates}>
      <a href={`/files/imports/template?entity=${entity}&format=xlsx`} download="" className={buttons.button}>
        <IconDownload size={16} stroke={1.6} aria-hidden="true" />
        {t('templateXlsx')}
      </a>
      <a href={`/files/imports/template?entity=${entity}&format=csv`} download="" className={buttons.button}>
        <IconDownload size={16} stroke={1.6} aria-hidden="true" />
        {t('templateCsv')}
      </a>
    </p>
  );
}
