import type { ReactNode } from 'react';
import type { TextPart } from '@/lib/search/highlight';

/** The pieces of a text, those that a search has found marked. */
export function markedParts(parts: readonly TextPart[]): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
  return parts.map(({ text, found }, at) => (found ? <mark key={at}>{text}</mark> : text));
}
