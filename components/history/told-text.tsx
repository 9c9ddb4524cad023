import { IconArrowRight } from '@tabler/icons-react';
import { createElement, Fragment, type ReactNode } from 'react';
import styles from './history.module.css';
import type { Told } from './told';

function pieceOf(piece: Told, became: string): ReactNode {
  if (typeof piece === 'string') return piece;
  if ('bold' in piece) return <b>{piece.bold}</b>;
  if ('href' in piece) return <a href={piece.href}>{piece.text}</a>;
  const now = <strong className={styles.now}>{piece.now}</strong>;
  if (!piece.was) return now;
  return (
    <>
      <del>{piece.was}</del> <IconArrowRight size={13} stroke={1.6} aria-hidden="true" /> <span className="hidden">{became}</span>
      {now}
    </>
  );
}

/** A sentence out of its pieces; `became` stands between old and new for screen readers. */
export function ToldText({ told, became }: { told: readonly Told[]; became: string }) {
  // Children in fixed places need no keys: what was told never changes.
  return createElement(Fragment, null, ...told.map((piece) => pieceOf(piece, became)));
}
