import { useTranslations } from 'next-intl';
import table from '@/components/data-table/table.module.css';
import buttons from '@/components/form/button.module.css';
import { useFieldName } from '@/components/history/field-name';
import { valueText } from '@/components/history/value-text';
import type { FindingView } from '@/lib/domain/exchange/view-run';
import type { Format } from '@/lib/i18n/format';
import styles from './finding-list.module.css';
import { RecordLink } from './record-link';
import { told, useExchangeWords } from './words';

interface FindingListProps {
  findings: readonly FindingView[];
  connectionId: number;
  format: Format;
  /** Absent where nothing is to be written yet. */
  fix?: (data: FormData) => Promise<never>;
}

/** What can be put right by a press: the others are for people. */
const fixable = new Set(['missing_there', 'missing_here', 'differs']);

/** Records that a run has something to say about: which, what, and the button that puts it right. */
export function FindingList({ findings, connectionId, format, fix }: FindingListProps) {
  const t = useTranslations();
  const words = useExchangeWords();
  const fieldName = useFieldName();
  return (
    <table className={`${table.table} ${styles.findings}`}>
      <caption className="hidden">{t('exchange.finding.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('exchange.finding.record')}</th>
          <th scope="col">{t('exchange.finding.what')}</th>
          <th scope="col">{t('exchange.finding.ours')}</th>
          <th scope="col">{t('exchange.finding.theirs')}</th>
          <th scope="col">
            <span className="hidden">{t('exchange.finding.fix')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {findings.map(({ id, kind, entity, localId, remoteId, detail, fixedAt }) => {
          const fields = Object.entries(detail.fields ?? {});
          const side = (of: 'ours' | 'theirs') =>
            fields.map(([field, values]) => <p key={field}>{valueText(field, values[of], { t, format }) || '—'}</p>);
          return (
            <tr key={id}>
              <td data-cell="record">
                <RecordLink entity={entity} id={localId} name={detail.name} />
                {remoteId === null ? null : <span className="muted"> · {t('exchange.finding.there', { id: remoteId })}</span>}
              </td>
              <td data-cell="what">
                {t(`exchange.finding.kinds.${kind}`)}
                {fields.length > 0 ? <span className="muted">: {fields.map(([field]) => fieldName(field)).join(', ')}</span> : null}
                {detail.problem ? <span className="muted">: {told(words, 'problems', detail.problem)}</span> : null}
                {(detail.like ?? []).map((like) => (
                  <p key={like.id}>
                    <RecordLink entity={entity} id={like.id} name={like.name} />{' '}
                    <span className="muted">{t(`exchange.finding.by.${like.by}`)}</span>
                  </p>
                ))}
              </td>
              <td className="num">{side('ours')}</td>
              <td className="num">{side('theirs')}</td>
              <td data-cell="act">
                {fixedAt !== null ? (
                  <span className="muted">{t('exchange.finding.fixed')}</span>
                ) : fix && fixable.has(kind) ? (
                  <form action={fix}>
                    <input type="hidden" name="id" value={connectionId} />
                    <input type="hidden" name="tab" value="reconciliation" />
                    <button type="submit" name="finding" value={id} className={`${buttons.plain} ${buttons.link}`}>
                      {t('exchange.finding.fix')}
                    </button>
                  </form>
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
