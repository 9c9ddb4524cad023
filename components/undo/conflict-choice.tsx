import { useTranslations } from 'next-intl';
import { useFieldName } from '@/components/history/field-name';
import type { UndoConflict } from '@/lib/domain/undo/plan';
import { conflictName } from '@/lib/domain/undo/undo-operation';
import type { Format } from '@/lib/i18n/format';
import { ConflictValue } from './conflict-value';
import styles from './undo.module.css';

interface ConflictChoiceProps {
  conflict: UndoConflict;
  /** What the record is called. */
  name: string;
  format: Format;
  /** Without it the conflict is only told. */
  choosing?: boolean;
}

/** Something that has changed since: what it became then, what it is now, what it would be; and the choice. */
export function ConflictChoice({ conflict, name, format, choosing = true }: ConflictChoiceProps) {
  const t = useTranslations('undo');
  const fieldName = useFieldName();
  const { field, reason, done, theirs, undone, seen } = conflict;
  const value = (what: typeof done) => <ConflictValue field={field} value={what} format={format} />;
  const onlyTheirs = reason === 'erased';
  return (
    <fieldset className={styles.conflict}>
      <legend>{field === 'record' ? name : `${name}: ${fieldName(field)}`}</legend>
      <p className="quiet">{t(`reasons.${reason}`)}</p>
      <dl className={styles.values}>
        {done === null ? null : (
          <div>
            <dt>{t('doneThen')}</dt>
            <dd>{value(done)}</dd>
          </div>
        )}
        {theirs === null ? null : (
          <div>
            <dt>{t('theirs')}</dt>
            <dd>{value(theirs)}</dd>
          </div>
        )}
        {onlyTheirs ? null : (
          <div>
            <dt>{t('becomesValue')}</dt>
            <dd>{value(undone)}</dd>
          </div>
        )}
      </dl>
      {choosing ? (
        <div className={styles.choice}>
          <label>
            <input type="radio" name={`choice.${conflictName(conflict)}`} value={`theirs:${seen}`} required />{' '}
            {t(`leave.${leaveOf(conflict)}`)}
          </label>
          {onlyTheirs ? null : (
            <label>
              <input type="radio" name={`choice.${conflictName(conflict)}`} value={`undone:${seen}`} required />{' '}
              {t(`take.${takeOf(conflict)}`)}
            </label>
          )}
        </div>
      ) : null}
    </fieldset>
  );
}

function leaveOf({ reason }: UndoConflict): 'value' | 'record' {
  return reason === 'changed' ? 'value' : 'record';
}

function takeOf({ reason, field }: UndoConflict): 'value' | 'record' | 'noEmail' | 'withOrders' | 'withClient' {
  if (reason === 'email_taken') return 'noEmail';
  if (reason === 'has_orders') return 'withOrders';
  if (reason === 'client_deleted') return 'withClient';
  return field === 'record' ? 'record' : 'value';
}
