import { useTranslations } from 'next-intl';
import type { HistoryPageResult } from '@/lib/domain/history/list-history';
import type { Format } from '@/lib/i18n/format';
import { entriesOfKind, type HistoryKind, HistoryTabs } from './history-tabs';
import styles from './history-tabs.module.css';
import type { HistoryMarks } from './mark-of';
import { RecordHistory } from './record-history';

interface OrderHistoryProps {
  id: number;
  history: HistoryPageResult;
  mayUndo: HistoryMarks['mayUndo'];
  kind: HistoryKind | undefined;
  format: Format;
  past: (at?: number) => string;
}

/** An order's history by choice; phones show its beginning until the whole is asked for. */
export function OrderHistory({ id, history, mayUndo, kind, format, past }: OrderHistoryProps) {
  const t = useTranslations('recordHistory');
  const entries = entriesOfKind(history.entries, kind);
  const path = `/orders/${id}`;
  const short = kind === undefined && entries.length > 3;
  return (
    <div className={short ? styles.short : undefined}>
      <RecordHistory
        entries={entries}
        marks={{ ...history, mayUndo }}
        format={format}
        past={past}
        filter={<HistoryTabs path={path} kind={kind} />}
        empty={kind === undefined || kind === 'all' ? undefined : t('none')}
        foot={
          short ? (
            <a href={`${path}?history=all#history`} className={styles.whole}>
              {t('whole', { n: entries.length })}
            </a>
          ) : null
        }
      />
    </div>
  );
}
