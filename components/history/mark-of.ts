import type { HistoryPageResult, ToldEntry } from '@/lib/domain/history/list-history';
import type { Mark, MarkWords } from './history-mark';
import type { ValueSetting } from './value-text';

/** What is known of operations beside what they did. */
export interface HistoryMarks extends Pick<HistoryPageResult, 'undone' | 'runs' | 'imports'> {
  /** Whether the visitor may take an operation back. */
  mayUndo: (operation: ToldEntry['operation']) => boolean;
}

/** The change of many records or the import that an operation began, or the way to take it back. */
export function markOf({ operation, position, gender: g }: ToldEntry, marks: HistoryMarks, t: ValueSetting['t']): Mark | undefined {
  if (position > 0) return undefined;
  const made = marks.imports.get(operation.id);
  if (made) {
    const text = t('importGroup.told', { who: operation.actorName, g, file: made.fileName, ...made.made });
    return { group: { href: `/imports/${made.id}`, text } };
  }
  const run = marks.runs.get(operation.id);
  if (run) return { group: { href: `/bulk/${run.id}`, text: t('undo.group', { n: run.done }) } };
  const undone = marks.undone.has(operation.id);
  return {
    ...(operation.undoes === null ? {} : { isUndo: true }),
    ...(undone ? { undone } : marks.mayUndo(operation) ? { undo: `/history/${operation.id}/undo` } : {}),
  };
}

export function markWords(t: ValueSetting['t']): MarkWords {
  return { isUndo: t('undo.isUndo'), undo: t('undo.undo'), undone: t('undo.undone') };
}
