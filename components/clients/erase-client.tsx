import { IconDownload, IconEraser } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import { Field } from '@/components/form/field';
import field from '@/components/form/field.module.css';
import notes from '@/components/states/note.module.css';
import { erasedName } from '@/lib/domain/clients/client-name';
import styles from './erase-client.module.css';

interface EraseClientProps {
  id: number;
  version: number;
  orders: number;
  action: (data: FormData) => Promise<never>;
  /** The number that was typed last is not this client's. */
  wrongNumber: boolean;
}

const going = ['fields', 'words', 'history', 'search'] as const;
const staying = ['orders', 'sums', 'journal'] as const;

/** What an erasure takes and what it leaves, the document first, and the number to be typed. */
export function EraseClient({ id, version, orders, action, wrongNumber }: EraseClientProps) {
  const t = useTranslations('erase');
  return (
    <div className={styles.page}>
      <p className={notes.bad}>{t('forever')}</p>
      <div className={styles.lists}>
        <section>
          <h2>{t('goes')}</h2>
          <ul className={styles.list}>
            {going.map((name) => (
              <li key={name}>{t(`going.${name}`)}</li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t('stays')}</h2>
          <ul className={styles.list}>
            {staying.map((name) => (
              <li key={name}>{t(`staying.${name}`, { name: erasedName(id), n: orders })}</li>
            ))}
          </ul>
        </section>
      </div>
      <p className="quiet">{t('backups')}</p>
      <section>
        <h2>{t('firstDownload')}</h2>
        <p className={styles.text}>{t('downloadText')}</p>
        <a href={`/api/clients/export/${id}/`} className={buttons.button} download>
          <IconDownload size={16} stroke={1.6} aria-hidden="true" />
          {t('download')}
        </a>
      </section>
      <form action={action} className={styles.form}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <Field id="number" label={t('typeNumber', { id })} errors={wrongNumber ? [t('wrongNumber')] : undefined}>
          {(attributes) => (
            <input name="number" type="text" inputMode="numeric" autoComplete="off" required className={field.input} {...attributes} />
          )}
        </Field>
        <div className={styles.buttons}>
          <button type="submit" className={`${buttons.danger} ${buttons.large}`}>
            <IconEraser size={16} stroke={1.6} aria-hidden="true" />
            {t('erase')}
          </button>
          <a href={`/clients/${id}`} className={`${buttons.plain} ${buttons.large}`}>
            {t('cancel')}
          </a>
        </div>
      </form>
    </div>
  );
}
