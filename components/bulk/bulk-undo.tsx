import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import { ConflictChoice } from '@/components/undo/conflict-choice';
import type { GroupPreview } from '@/lib/domain/undo/preview-group';
import type { Format } from '@/lib/i18n/format';
import styles from './bulk.module.css';

interface BulkUndoProps {
  run: number;
  group: number;
  preview: GroupPreview;
  nameOf: (record: { entity: string; entityId: number }) => string;
  format: Format;
  action: (data: FormData) => Promise<never>;
}

/** A whole group taken back: what has changed since, and whose values stay there. */
export function BulkUndo({ run, group, preview, nameOf, format, action }: BulkUndoProps) {
  const t = useTranslations('bulk');
  const { conflicts, more, operations } = preview;
  return (
    <section>
      <h2>{t('undoTitle')}</h2>
      <p className="quiet">
        {t.rich('chosen.operation', { n: operations, b: (text) => <b>{text}</b> })}. {conflicts.length === 0 ? t('noConflicts') : null}
      </p>
      {conflicts.length > 0 ? <h3>{t('conflicts')}</h3> : null}
      {conflicts.map((conflict) => (
        <ConflictChoice
          key={`${conflict.entity}${conflict.entityId}${conflict.field}`}
          conflict={conflict}
          name={nameOf(conflict)}
          format={format}
          choosing={false}
        />
      ))}
      {more ? <p className="quiet">{t('moreConflicts')}</p> : null}
      <form action={action}>
        <input type="hidden" name="run" value={run} />
        <input type="hidden" name="group" value={group} />
        {conflicts.length > 0 ? (
          <fieldset className={styles.choice}>
            <legend className="hidden">{t('conflicts')}</legend>
            <label>
              <input type="radio" name="conflicts" value="theirs" required /> {t('keepTheirs')}
            </label>
            <label>
              <input type="radio" name="conflicts" value="undone" required /> {t('takeUndone')}
            </label>
          </fieldset>
        ) : null}
        <button type="submit" className={buttons.button}>
          <IconArrowBackUp size={16} stroke={1.6} aria-hidden="true" />
          {t('undo')}
        </button>
      </form>
    </section>
  );
}
