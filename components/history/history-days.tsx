import { useTranslations } from 'next-intl';
import type { ToldEntry } from '@/lib/domain/history/list-history';
import type { Format } from '@/lib/i18n/format';
import { ChangeSentence } from './change-sentence';
import { ChangeShape } from './change-shape';
import styles from './history.module.css';
import { HistoryMark, type HistoryMarks } from './history-mark';
import { HistorySubject, type RecordNames } from './history-subject';
import { SourceTag } from './source-tag';

interface HistoryDaysProps {
  entries: ToldEntry[];
  names: RecordNames;
  marks: HistoryMarks;
  format: Format;
}

function byDay(entries: ToldEntry[], format: Format): [string, ToldEntry[]][] {
  const days = new Map<string, ToldEntry[]>();
  for (const entry of entries) {
    const day = format.dayOf(entry.operation.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}

/** Changes of all records, newest first, a heading for each day. */
export function HistoryDays({ entries, names, marks, format }: HistoryDaysProps) {
  const t = useTranslations('history');
  const heading = (day: string) => {
    const date = format.dayHeading(day);
    if (format.isToday(day)) return t('todayIs', { date: format.dayAndMonth(day) });
    return format.isYesterday(day) ? t('yesterdayWas', { date: format.dayAndMonth(day) }) : date;
  };
  return byDay(entries, format).map(([day, all]) => (
    <section key={day}>
      <h2 className={styles.day}>{heading(day)}</h2>
      <ol>
        {all.map((entry) => (
          <li key={`${entry.seq}-${entry.position}`} className={styles.row}>
            <time className="num" dateTime={new Date(entry.operation.at).toISOString()} title={format.exact(entry.operation.at)}>
              {format.time(entry.operation.at)}
            </time>
            <ChangeShape action={entry.change.action} />
            <p>
              <ChangeSentence
                entry={entry}
                format={format}
                subject={entry.change.entity === 'settings' ? null : <HistorySubject entry={entry} names={names} />}
              />
              <HistoryMark entry={entry} marks={marks} />
            </p>
            <SourceTag source={entry.operation.source} />
          </li>
        ))}
      </ol>
    </section>
  ));
}
