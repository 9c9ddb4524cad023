import { useTranslations } from 'next-intl';
import table from '@/components/data-table/table.module.css';
import buttons from '@/components/form/button.module.css';
import { useFieldName } from '@/components/history/field-name';
import { valueText } from '@/components/history/value-text';
import { ListMoment } from '@/components/text/moment';
import type { ConflictView } from '@/lib/domain/exchange/list-conflicts';
import type { Format } from '@/lib/i18n/format';
import styles from './conflict-list.module.css';
import { RecordLink } from './record-link';

interface ConflictListProps {
  conflicts: readonly ConflictView[];
  format: Format;
  decide: (data: FormData) => Promise<never>;
}

/** Records changed on both sides, each with both values of what differs, and the choice. */
export function ConflictList({ conflicts, format, decide }: ConflictListProps) {
  const t = useTranslations();
  const fieldName = useFieldName();
  return (
    <ul>
      {conflicts.map(({ id, connectionId, entity, localId, name, fields, createdAt }) => (
        <li key={id} className={styles.conflict}>
          <p className={styles.head}>
            <b>
              <RecordLink entity={entity} id={localId} name={name} />
            </b>
            <ListMoment at={createdAt} format={format} />
          </p>
          <table className={`${table.table} ${styles.values}`}>
            <caption className="hidden">{name}</caption>
            <thead>
              <tr>
                <th scope="col">{t('history.field')}</th>
                <th scope="col">{t('exchange.finding.ours')}</th>
                <th scope="col">{t('exchange.finding.theirs')}</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(fields).map(([field, { ours, theirs }]) => (
                <tr key={field}>
                  <th scope="row">{fieldName(field)}</th>
                  <td className="num">{valueText(field, ours, { t, format }) || '—'}</td>
                  <td className="num">{valueText(field, theirs, { t, format }) || '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <form action={decide} className={styles.ways}>
            <input type="hidden" name="id" value={connectionId} />
            <input type="hidden" name="conflict" value={id} />
            <input type="hidden" name="tab" value="conflicts" />
            <button type="submit" name="decision" value="ours" className={buttons.button}>
              {t('exchange.conflict.ours')}
            </button>
            <button type="submit" name="decision" value="theirs" className={buttons.button}>
              {t('exchange.conflict.theirs')}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
