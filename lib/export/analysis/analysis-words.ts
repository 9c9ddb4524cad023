import { orderStatuses } from '../../domain/orders/schema';
import type { AnalysisQuestion, GroupRow, ReportGroup } from '../../domain/reports/analysis';
import type { Format } from '../../i18n/format';
import type { Locale } from '../../i18n/locale';
import type { PrintWords } from '../../i18n/print-words';

/** Who reads the file of a report, and in what words. */
export interface AnalysisReader {
  words: PrintWords;
  format: Format;
  locale: Locale;
  organisation: string;
  /** IANA name. */
  timeZone: string;
  /** Whoever downloads it. */
  user: string;
  /** UTC epoch ms. */
  madeAt: number;
}

/** A report's question with its filter in words. */
export interface AskedAnalysis {
  question: AnalysisQuestion;
  conditions: readonly string[];
}

type Key = Pick<GroupRow, 'key' | 'name'>;

/** A row's name as a cell: days stay days, months and statuses are words unless machines read them. */
export function rowName({ key, name }: Key, group: ReportGroup, { words, format }: AnalysisReader, forPeople: boolean): string {
  switch (group) {
    case 'client':
    case 'product':
    case 'manager':
      return name ?? (key === null ? words(`analysis.nameless.${group}`) : `№\u00a0${key}`);
    case 'status': {
      const status = orderStatuses.find((one) => one === key);
      return status && forPeople ? words(`analysis.statuses.${status}`) : String(key);
    }
    case 'month':
      return forPeople ? format.longMonth(`${key}-01`) : String(key);
    default:
      return String(key);
  }
}

/** The same where days are read, too, as in a document. */
export function printedName(row: Key, group: ReportGroup, reader: AnalysisReader): string {
  return group === 'day' || group === 'week' ? reader.format.shortDay(String(row.key)) : rowName(row, group, reader, true);
}
