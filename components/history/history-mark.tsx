import { UndoLink, type UndoWords } from '@/components/undo/undo-link';

/** What stands after an operation's first sentence, as data. */
export interface Mark {
  /** The change of many records or the import it began. */
  group?: { href: string; text: string };
  isUndo?: true;
  undone?: true;
  /** Where it is taken back. */
  undo?: string;
}

export interface MarkWords extends UndoWords {
  isUndo: string;
}

/** What `markOf` found, as it looks. */
export function HistoryMark({ mark, words }: { mark: Mark | undefined; words: MarkWords }) {
  if (!mark) return null;
  if (mark.group)
    return (
      <>
        {' '}
        <a href={mark.group.href}>{mark.group.text}</a>
      </>
    );
  return (
    <>
      {mark.isUndo ? <span className="quiet"> · {words.isUndo}</span> : null}{' '}
      <UndoLink href={mark.undo} undone={mark.undone} words={words} />
    </>
  );
}
