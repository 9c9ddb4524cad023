import { useTranslations } from 'next-intl';
import type { HistoryEntry } from '@/lib/domain/history/entry';
import type { Format } from '@/lib/i18n/format';
import { ChangeSentence } from './change-sentence';
import { ChangeShape } from './change-shape';
import styles from './history.module.css';
import { HistoryMark, type HistoryMarks } from './history-mark';
import { useSourceName } from './source-tag';

/** Everything that happened to one record, newest first. */
export function RecordHistory({ entries, marks, format }: { entries: HistoryEntry[]; marks: HistoryMarks; format: Format }) {
  const t = useTranslations('history');
  const sourceName = useSourceName();
  const dayName = (at: number) => {
    const day = format.dayOf(at);
    return format.isToday(day) ? t('today') : format.isYesterday(day) ? t('yesterday') : format.shortDay(day);
  };
  return (
    <section>
      <h2>{t('title')}</h2>
      {entries.length === 0 ? <p className="quiet">{t('empty')}</p> : null}
      <ol className={styles.timeline}>
        {entries.map((entry) => {
          const { at, source } = entry.operation;
          return (
            <li key={`${entry.seq}-${entry.position}`}>
              <ChangeShape action={entry.change.action} />
              <div>
                <p>
                  <ChangeSentence entry={entry} format={format} />
                </p>
                <p className={styles.meta}>
                  <time dateTime={new Date(at).toISOString()} title={format.exact(at)}>
                    {dayName(at)}, {format.time(at)}
                  </time>{' '}
                  · {sourceName(source)}
                  <HistoryMark entry={entry} marks={marks} />
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
