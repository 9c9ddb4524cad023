import type { ReactNode } from 'react';
import type { OrderStatus } from '@/lib/domain/orders/schema';
import type { Format } from '@/lib/i18n/format';
import { foundParts, foundPhoneParts, type TextPart } from '@/lib/search/highlight';

/** A text, in pieces where a search has found some of it. */
export type CellText = string | readonly TextPart[];

export interface TextCell {
  text: CellText;
  /** Behind the text, a step back: a currency, a unit. */
  unit?: string | undefined;
  /** Behind the text, the same way. */
  rest?: string | undefined;
  /** Behind a dot, a step back: the company of a person. */
  also?: CellText | undefined;
  /** Class names, of its link or else of the whole cell. */
  look?: string | undefined;
  href?: string | undefined;
  /** The row's own link; keys pass the second one over. */
  open?: 'first' | 'again';
  /** For screen readers in place of the text. */
  label?: string | undefined;
  /** What the figure is, shown on phones. */
  word?: string;
  /** Of the whole cell, which may be cut; true for its own text. */
  title?: string | true | undefined;
}

export interface MomentCell {
  /** UTC epoch ms. */
  at: number;
  day: string;
  time: string;
  exact: string;
}

export interface StatusCell {
  status: OrderStatus;
  name: string;
  waiting: string | undefined;
  /** For those who may change it here. */
  change: { id: number; version: number; label: string } | undefined;
}

/**
 * What stands in a cell, as data: `DataRows` knows how it looks. A page of rows is a quarter as long that way as in elements,
 * for the server to write and for the browser to read. Null is nothing; a cell like no other is a node.
 */
export type Cell = string | TextCell | MomentCell | StatusCell | { node: ReactNode } | null;

/** A text as it stands, where nothing of it was found. */
function plainOr(parts: TextPart[], text: string): CellText {
  return parts.some(({ found }) => found) ? parts : text;
}

/** A text in which what a search has found is marked; `words` as `searchWords` gives them. */
export function markedText(text: string, words: readonly string[]): CellText {
  return words.length === 0 ? text : plainOr(foundParts(text, words), text);
}

/** The same of a phone number as it is shown, whatever way it was typed. */
export function markedPhone(text: string, words: readonly string[]): CellText {
  return words.length === 0 ? text : plainOr(foundPhoneParts(text, words), text);
}

/** Kopecks with their currency. */
export function moneyCell(minor: number, format: Format, href?: string): TextCell {
  return { text: format.amount(minor), unit: format.symbol, look: 'num', href };
}

/** The day and the time of an instant; the full instant on hover. */
export function momentCell(at: number, format: Format): MomentCell {
  return { at, day: format.listDay(format.dayOf(at)), time: format.time(at), exact: format.exact(at) };
}
