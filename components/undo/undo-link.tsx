import { IconArrowBackUp } from '@tabler/icons-react';
import styles from './undo.module.css';

export interface UndoWords {
  undo: string;
  undone: string;
}

interface UndoLinkProps {
  /** Undefined where the visitor may not. */
  href: string | undefined;
  undone: boolean | undefined;
  words: UndoWords;
}

/** The way to take an operation back, or the word that it was. */
export function UndoLink({ href, undone, words }: UndoLinkProps) {
  if (undone) return <span className={styles.undone}>{words.undone}</span>;
  if (!href) return null;
  return (
    <a href={href} className={styles.link}>
      <IconArrowBackUp size={14} stroke={1.6} aria-hidden="true" />
      {words.undo}
    </a>
  );
}
