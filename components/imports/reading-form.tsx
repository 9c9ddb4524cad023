import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import { SelectField } from '@/components/form/select-field';
import { type ImportFile, importReading } from '@/lib/domain/imports/schema';
import styles from './import.module.css';

const encodings = importReading.shape.encoding.unwrap().options;
/** An option's value of white space alone would be taken for an empty one. */
export const delimiters = { semicolon: ';', comma: ',', tab: '\t' } as const;

interface ReadingFormProps {
  id: number;
  file: ImportFile;
  action: (data: FormData) => Promise<never>;
}

/** How the file was understood, and the way to have it read another way; nothing to choose for a workbook of one sheet. */
export function ReadingForm({ id, file: { encoding, delimiter, sheets, sheet }, action }: ReadingFormProps) {
  const t = useTranslations('importing');
  const delimiterName = (Object.keys(delimiters) as (keyof typeof delimiters)[]).find((name) => delimiters[name] === delimiter);
  if (encoding === null && sheets.length < 2) return null;
  return (
    <section>
      <h2>{t('readAs')}</h2>
      <form action={action} className={styles.fields}>
        <input type="hidden" name="import" value={id} />
        {encoding === null ? (
          <SelectField
            name="sheet"
            label={t('sheet')}
            options={sheets.map((name) => ({ value: name, label: name }))}
            defaultValue={sheet ?? undefined}
          />
        ) : (
          <>
            <SelectField
              name="encoding"
              label={t('encoding')}
              options={encodings.map((value) => ({ value, label: t(`encodings.${value}`) }))}
              defaultValue={encoding}
            />
            <SelectField
              name="delimiter"
              label={t('delimiter')}
              options={(Object.keys(delimiters) as (keyof typeof delimiters)[]).map((value) => ({
                value,
                label: t(`delimiters.${value}`),
              }))}
              defaultValue={delimiterName ?? 'semicolon'}
            />
          </>
        )}
        <button type="submit" className={`${buttons.button} ${buttons.large}`}>
          {t('reread')}
        </button>
      </form>
    </section>
  );
}
