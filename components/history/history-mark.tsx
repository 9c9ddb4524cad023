import { useTranslations } from 'next-intl';
import { UndoLink } from '@/components/undo/undo-link';
import type { HistoryEntry } from '@/lib/domain/history/entry';
import type { HistoryPageResult } from '@/lib/domain/history/list-history';

/** What is known of operations beside what they did. */
export interface HistoryMarks extends Pick<HistoryPageResult, 'undone' | 'runs'> {
  /** Whether the visitor may take an operation back. */
  mayUndo: (operation: HistoryEntry['operation']) => boolean;
}

/** After an operation's first sentence: the change of many records it began, and the way to take it back. */
export function HistoryMark({ entry: { operation, position }, marks }: { entry: HistoryEntry; marks: HistoryMarks }) {
  const t = useTranslations('undo');
  if (position > 0) return null;
  const run = marks.runs.get(operation.id);
  if (run)
    return (
      <>
        {' '}
        <a href={`/bulk/${run.id}`}>{t('group', { n: run.done })}</a>
      </>
    );
  return (
    <>
      {operation.undoes === null ? null : <span className="quiet"> · {t('isUndo')}</span>}{' '}
      <UndoLink operationId={operation.id} undone={marks.undone.has(operation.id)} allowed={marks.mayUndo(operation)} />
    </>
  );
}
