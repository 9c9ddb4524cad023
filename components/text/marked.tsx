import { foundParts, foundPhoneParts, type TextPart } from '@/lib/search/highlight';

function Parts({ parts }: { parts: TextPart[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
  return parts.map(({ text, found }, at) => (found ? <mark key={at}>{text}</mark> : text));
}

interface MarkedProps {
  text: string;
  /** As `searchWords` gives them; none marks nothing. */
  words: readonly string[];
}

/** A text in which what a search has found is marked. */
export function Marked({ text, words }: MarkedProps) {
  return words.length === 0 ? text : <Parts parts={foundParts(text, words)} />;
}

/** The same of a phone number as it is shown, whatever way it was typed. */
export function MarkedPhone({ text, words }: MarkedProps) {
  return words.length === 0 ? text : <Parts parts={foundPhoneParts(text, words)} />;
}
