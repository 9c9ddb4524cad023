import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ToldEntry } from '@/lib/domain/history/list-history';
import type { Format } from '@/lib/i18n/format';
import { ChangeSentence } from './change-sentence';
import { ChangeShape } from './change-shape';
import styles from './history.module.css';
import { HistoryMark } from './history-mark';
import { type HistoryMarks, markOf, markWords } from './mark-of';
import { sourceName } from './source-tag';

interface RecordHistoryProps {
  entries: ToldEntry[];
  marks: HistoryMarks;
  format: Format;
  /** Where the record stands as of a moment; absent for records without such a page. */
  past?: (at?: number) => string;
  /** Choices of what is shown, above the list. */
  filter?: ReactNode;
  /** In place of the list when nothing is to be shown. */
  empty?: string;
  /** After the list: the way to what it leaves out. */
  foot?: ReactNode;
}

/** Everything that happened to one record, newest first. */
export function RecordHistory({ entries, marks, format, past, filter, empty, foot }: RecordHistoryProps) {
  const t = useTranslations();
  const words = markWords(t);
  const dayName = (at: number) => {
    const day = format.dayOf(at);
    return format.isToday(day) ? t('history.today') : format.isYesterday(day) ? t('history.yesterday') : format.shortDay(day);
  };
  return (
    <section id="history">
      <div className={styles.heading}>
        <h2 tabIndex={-1} data-key="H">
          {t('history.title')}
        </h2>
        {past ? <a href={past()}>{t('past.open')}</a> : null}
      </div>
      {filter}
      {entries.length === 0 ? <p className="quiet">{empty ?? t('history.empty')}</p> : null}
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
                    {past ? (
                      <a href={past(at)} title={t('past.asIt')}>
                        {dayName(at)}, {format.time(at)}
                      </a>
                    ) : (
                      `${dayName(at)}, ${format.time(at)}`
                    )}
                  </time>{' '}
                  · {sourceName(t, source)}
                  <HistoryMark mark={markOf(entry, marks, t)} words={words} />
                </p>
              </div>
            </li>
          );
        })}
      </ol>
      {foot}
    </section>
  );
}
