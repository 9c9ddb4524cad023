import { fold } from '@/db/dialect/fold-text';

/** A piece of a text, and whether a search found it. */
export interface TextPart {
  text: string;
  found: boolean;
}

/** Plain Latin and Russian text folds letter by letter. */
const plain = /^[\x20-\x7e\u0410-\u044f\u0401\u0451«»–—\u00a0]*$/;
const segmenter = new Intl.Segmenter('ru', { granularity: 'grapheme' });

interface Folded {
  text: string;
  /** Where in the original each letter of the folded text begins, and at last where the original ends. */
  starts: number[];
}

function foldedWithStarts(text: string): Folded {
  if (plain.test(text)) return { text: fold(text), starts: Array.from({ length: text.length + 1 }, (_, at) => at) };
  let folded = '';
  const starts: number[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const piece = fold(segment);
    for (let at = 0; at < piece.length; at++) starts.push(index);
    folded += piece;
  }
  return { text: folded, starts: [...starts, text.length] };
}

/** A formatted number's digits alone. */
function digitsWithStarts(text: string): Folded {
  const places = Array.from(text, (letter, at) => (/\d/.test(letter) ? at : -1)).filter((at) => at >= 0);
  return { text: places.map((at) => text[at]).join(''), starts: [...places, text.length] };
}

function rangesOf(folded: Folded, word: string, ends: (start: number, end: number) => number): [number, number][] {
  const ranges: [number, number][] = [];
  for (let at = folded.text.indexOf(word); at >= 0 && word; at = folded.text.indexOf(word, at + word.length)) {
    const start = folded.starts[at] ?? 0;
    ranges.push([start, ends(start, folded.starts[at + word.length] ?? 0)]);
  }
  return ranges;
}

function partsOf(text: string, ranges: [number, number][]): TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  for (const [start, end] of ranges.sort(([a], [b]) => a - b)) {
    const from = Math.max(start, done);
    if (end <= from) continue;
    const last = parts.at(-1);
    if (from > done) parts.push({ text: text.slice(done, from), found: false });
    if (from === done && last?.found) last.text += text.slice(from, end);
    else parts.push({ text: text.slice(from, end), found: true });
    done = end;
  }
  if (done < text.length) parts.push({ text: text.slice(done), found: false });
  return parts;
}

/** A text in pieces, those found by a search's words (as `searchWords` gives them) marked; joined they are the text. */
export function foundParts(text: string, words: readonly string[]): TextPart[] {
  if (words.length === 0 || text === '') return text === '' ? [] : [{ text, found: false }];
  const folded = foldedWithStarts(text);
  // A letter that folds to several is marked whole.
  const whole = (start: number, end: number) => (end > start ? end : (folded.starts.find((at) => at > start) ?? text.length));
  return partsOf(
    text,
    words.flatMap((word) => rangesOf(folded, word, whole)),
  );
}

/** The same of a phone number as it is shown: digits are found in any spelling, 8 for +7 too, with the signs between them. */
export function foundPhoneParts(shown: string, words: readonly string[]): TextPart[] {
  const digits = digitsWithStarts(shown);
  const upTo = (_start: number, next: number) => {
    let end = next;
    while (end > 0 && !/\d/.test(shown[end - 1] ?? '')) end--;
    return end;
  };
  const ranges = words.flatMap((word) => {
    const needle = word.replace(/^\+/, '');
    if (!/^\d+$/.test(needle)) return [];
    const found = rangesOf(digits, needle, upTo);
    return found.length > 0 || !needle.startsWith('8') ? found : rangesOf(digits, `7${needle.slice(1)}`, upTo).slice(0, 1);
  });
  return shown === '' ? [] : partsOf(shown, ranges);
}
