import { useTranslations } from 'next-intl';
import type { ToldEntry } from '@/lib/domain/history/list-history';
import type { Format } from '@/lib/i18n/format';
import { changeTold } from './change-told';
import { type HistoryRow, HistoryRows } from './history-rows';
import { type RecordNames, subjectOf } from './history-subject';
import { type HistoryMarks, markOf, markWords } from './mark-of';
import { sourceName } from './source-tag';

interface HistoryDaysProps {
  entries: ToldEntry[];
  names: RecordNames;
  marks: HistoryMarks;
  format: Format;
}

/** Changes of all records, newest first, a heading for each day. */
export function HistoryDays({ entries, names, marks, format }: HistoryDaysProps) {
  const t = useTranslations();
  const heading = (day: string) => {
    if (format.isToday(day)) return t('history.todayIs', { date: format.dayAndMonth(day) });
    return format.isYesterday(day) ? t('history.yesterdayWas', { date: format.dayAndMonth(day) }) : format.dayHeading(day);
  };
  const rowOf = (entry: ToldEntry): HistoryRow => {
    const { at, source } = entry.operation;
    return {
      key: `${entry.seq}-${entry.position}`,
      at,
      time: format.time(at),
      exact: format.exact(at),
      action: entry.change.action,
      told: changeTold(entry, { t, format }, subjectOf(entry, names, t)),
      mark: markOf(entry, marks, t),
      source: sourceName(t, source),
    };
  };
  const days = new Map<string, HistoryRow[]>();
  for (const entry of entries) {
    const day = format.dayOf(entry.operation.at);
    const rows = days.get(day);
    if (rows) rows.push(rowOf(entry));
    else days.set(day, [rowOf(entry)]);
  }
  return (
    <HistoryRows
      days={[...days].map(([day, rows]) => ({ day, heading: heading(day), rows }))}
      words={{ ...markWords(t), became: t('history.became') }}
    />
  );
}
