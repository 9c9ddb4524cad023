import type { ReactNode } from 'react';
import { StatusMark, StatusOpener } from '@/components/orders/status-mark';
import { markedParts } from '@/components/text/parts';
import type { Cell, CellText, MomentCell, StatusCell, TextCell } from './cell';
import styles from './table.module.css';

function shown(text: CellText): ReactNode {
  return typeof text === 'string' ? text : markedParts(text);
}

function innerOf({ text, rest = '', unit }: TextCell): ReactNode {
  const main = typeof text === 'string' ? text + rest : [shown(text), rest];
  if (!unit) return main;
  return (
    <>
      {main}
      {'\u00a0'}
      <span className="muted">{unit}</span>
    </>
  );
}

function textOf(cell: TextCell): ReactNode {
  const { also, look, href, open, label, word } = cell;
  const inner = innerOf(cell);
  const main = href ? (
    <a href={href} className={look} data-open={open && ''} tabIndex={open === 'again' ? -1 : undefined} aria-label={label} data-word={word}>
      {inner}
    </a>
  ) : word ? (
    <span data-word={word}>{inner}</span>
  ) : (
    inner
  );
  if (!also) return main;
  return (
    <>
      {main}
      <span className="quiet"> · {shown(also)}</span>
    </>
  );
}

function momentOf({ at, day, time, exact }: MomentCell): ReactNode {
  return (
    <time dateTime={new Date(at).toISOString()} title={exact} className={styles.moment}>
      <span>{day}</span> <span className="muted">{time}</span>
    </time>
  );
}

function statusOf({ status, name, waiting, change }: StatusCell): ReactNode {
  const mark = <StatusMark status={status} name={name} waiting={waiting} />;
  return change ? (
    <StatusOpener status={status} {...change}>
      {mark}
    </StatusOpener>
  ) : (
    mark
  );
}

/** A cell as it stands in a list; `none` is an empty one for the ear. */
export function contentOf(cell: Cell, none: string): ReactNode {
  if (typeof cell === 'string') return cell;
  if (cell === null)
    return (
      <span className="muted">
        <span aria-hidden="true">—</span>
        <span className="hidden">{none}</span>
      </span>
    );
  if ('text' in cell) return textOf(cell);
  if ('at' in cell) return momentOf(cell);
  return 'status' in cell ? statusOf(cell) : cell.node;
}

function titleOf({ title, text }: TextCell): string | undefined {
  if (title !== true) return title;
  return typeof text === 'string' ? text : text.map((part) => part.text).join('');
}

/** What a cell brings to its `<td>` of this class: its title, and its look unless a link has that. */
export function attributesOf(cell: Cell, className: string | undefined): { className: string | undefined; title?: string | undefined } {
  if (cell === null || typeof cell === 'string' || !('text' in cell)) return { className };
  const { look, href } = cell;
  const own = href ? undefined : look;
  return { className: own && className ? `${className} ${own}` : (own ?? className), title: titleOf(cell) };
}
