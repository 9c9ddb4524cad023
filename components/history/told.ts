/** A piece of a sentence, as data: `ToldText` knows how it looks. */
export type Told = string | { bold: string } | { href: string; text: string } | { was: string; now: string };

/** Neighbouring texts as one, each of which would be a node of its own; nothing is left of empty ones. */
export function joined(pieces: readonly Told[]): Told[] {
  const all: Told[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') all[all.length - 1] = last + piece;
    else if (piece !== '') all.push(piece);
  }
  return all;
}
