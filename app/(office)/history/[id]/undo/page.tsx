import { IconArrowBackUp } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { singleParams } from '@/components/data-table/list-url';
import buttons from '@/components/form/button.module.css';
import { ChangeSentence } from '@/components/history/change-sentence';
import { ChangeShape } from '@/components/history/change-shape';
import { PageHead } from '@/components/shell/page-head';
import note from '@/components/states/note.module.css';
import { Problem } from '@/components/states/problem';
import { ConflictChoice } from '@/components/undo/conflict-choice';
import { recordNames } from '@/components/undo/record-name';
import styles from '@/components/undo/undo.module.css';
import { UndoSteps } from '@/components/undo/undo-steps';
import { previewUndo } from '@/lib/domain/undo/undo-operation';
import { found, pageCtx, pageFormat, recordId } from '@/lib/entry/page';
import type { RecordPageProps } from '../../../../page-props';
import { undoAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('undo'))('title') };
}

/** Sentences shown of an operation on many records. */
const told = 20;

export default async function UndoPage({ params, searchParams }: RecordPageProps) {
  const id = recordId((await params).id);
  const [ctx, format, t] = await Promise.all([pageCtx(), pageFormat(), getTranslations()]);
  const { operation, gender, changes, steps, undoneBy } = await found(previewUndo(ctx, id));
  const nameOf = await recordNames(ctx, [...steps, ...changes.map(({ change }) => change)]);
  const conflicts = steps.flatMap((step) => step.conflicts);
  const acting = steps.some(({ action }) => action !== 'none');
  return (
    <>
      <PageHead
        title={t('undo.title')}
        parent={{ href: '/history', label: t('history.title') }}
        under={`${format.longDateTime(operation.at)} · ${operation.actorName || t('history.nobody')}`}
      />
      <Problem code={singleParams(await searchParams).problem} />
      {undoneBy.length > 0 ? <p className={`${note.warn} ${note.strip}`}>{t('undo.already')}</p> : null}
      <form action={undoAction} className={styles.body}>
        <input type="hidden" name="id" value={id} />
        <section>
          <h2>{t('undo.what')}</h2>
          <ul className={styles.list}>
            {changes.slice(0, told).map(({ change, fields }) => (
              <li key={change.id}>
                <ChangeShape action={change.action} />
                <p>
                  <ChangeSentence
                    entry={{ operation, gender, change, fields }}
                    format={format}
                    subject={change.entity === 'order' ? t('orders.no', { id: change.entityId }) : nameOf(change)}
                  />
                </p>
              </li>
            ))}
          </ul>
          {changes.length > told ? <p className="quiet">{t('undo.more', { n: changes.length - told })}</p> : null}
        </section>
        {conflicts.length > 0 ? (
          <section>
            <h2>{t('undo.conflicts')}</h2>
            {conflicts.map((conflict) => (
              <ConflictChoice
                key={`${conflict.entity}${conflict.entityId}${conflict.field}`}
                conflict={conflict}
                name={nameOf(conflict)}
                format={format}
              />
            ))}
          </section>
        ) : null}
        {conflicts.length > 0 && !acting ? null : (
          <section>
            <h2>{t('undo.becomes')}</h2>
            <UndoSteps steps={steps} nameOf={nameOf} format={format} />
            {conflicts.length > 0 ? <p className="quiet">{t('undo.andChosen')}</p> : null}
          </section>
        )}
        <div className={styles.actions}>
          {conflicts.length === 0 && !acting ? null : (
            <button type="submit" className={buttons.primary}>
              <IconArrowBackUp size={16} stroke={1.6} aria-hidden="true" />
              {t('undo.do')}
            </button>
          )}
          <a href="/history" className={buttons.button}>
            {t('undo.leave.page')}
          </a>
        </div>
      </form>
    </>
  );
}
