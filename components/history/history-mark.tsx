import { useTranslations } from 'next-intl';
import { UndoLink } from '@/components/undo/undo-link';
import type { HistoryPageResult, ToldEntry } from '@/lib/domain/history/list-history';

/** What is known of operations beside what they did. */
export interface HistoryMarks extends Pick<HistoryPageResult, 'undone' | 'runs' | 'imports'> {
  /** Whether the visitor may take an operation back. */
  mayUndo: (operation: ToldEntry['operation']) => boolean;
}

/** After an operation's first sentence: the change of many records or the import it began, and the way to take it back. */
export function HistoryMark({ entry: { operation, position, gender: g }, marks }: { entry: ToldEntry; marks: HistoryMarks }) {
  const t = useTranslations('undo');
  const tImport = useTranslations('importGroup');
  if (position > 0) return null;
  const group = marks.imports.get(operation.id);
  if (group)
    return (
      <>
        {' '}
        <a href={`/imports/${group.id}`}>{tImport('told', { who: operation.actorName, g, file: group.fileName, ...group.made })}</a>
      </>
    );
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
