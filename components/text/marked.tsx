import { foundParts } from '@/lib/search/highlight';
import { markedParts } from './parts';

interface MarkedProps {
  text: string;
  /** As `searchWords` gives them; none marks nothing. */
  words: readonly string[];
}

/** A text in which what a search has found is marked. */
export function Marked({ text, words }: MarkedProps) {
  return words.length === 0 ? text : markedParts(foundParts(text, words));
}
