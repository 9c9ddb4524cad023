import type { Json } from '../journal/fields';

/** Whose value is taken where both changed one. */
export type Side = 'theirs' | 'mine';
export type Take = (key: string) => Side;

/** What both changed, each in another way: somebody has to choose. */
export interface Difference {
  /** The same for the same three records. */
  key: string;
  /** A recorded field, or `line` for a line as a whole: null on the side that removed it. */
  field: string;
  /** The product of the line it is about. */
  line: string | null;
  /** Undefined when nobody knows. */
  was: Json | undefined;
  theirs: Json;
  mine: Json;
}

/** What one side did and the other did not touch. */
export interface Note {
  side: Side;
  field: string;
  line: string | null;
  action: 'set' | 'added' | 'removed';
  value: Json;
}

export interface Merge<T> {
  differences: Difference[];
  notes: Note[];
  /** The record as it shall be, by the choices. */
  resolve: (take: Take) => T;
}

/** The three values of one field. */
export interface Three {
  was: Json | undefined;
  theirs: Json;
  mine: Json;
}

/** Browsers send line ends as CRLF, programs as they like. */
function comparable(value: Json | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value);
}

export function sameValue(a: Json | undefined, b: Json | undefined): boolean {
  return comparable(a) === comparable(b);
}

/** Whose value stands, or that both changed it. An unknown original counts as changed by both. */
export function standing({ was, theirs, mine }: Three): Side | 'same' | 'both' {
  if (sameValue(theirs, mine)) return 'same';
  if (was !== undefined && sameValue(was, theirs)) return 'mine';
  return was !== undefined && sameValue(was, mine) ? 'theirs' : 'both';
}

type Fields = Record<string, Json>;

/** Flat fields of one record, or of one line of it, merged one by one. */
export function mergeFields(
  names: readonly string[],
  { was, theirs, mine }: { was: Fields | undefined; theirs: Fields; mine: Fields },
  { prefix = '', line = null }: { prefix?: string; line?: string | null } = {},
): Merge<Fields> {
  const differences: Difference[] = [];
  const notes: Note[] = [];
  const sides = new Map<string, Side | 'both'>();
  for (const field of names) {
    const three = { was: was && (was[field] ?? null), theirs: theirs[field] ?? null, mine: mine[field] ?? null };
    const side = standing(three);
    sides.set(field, side === 'same' ? 'theirs' : side);
    if (side === 'both') differences.push({ key: prefix + field, field, line, ...three });
    else if (side !== 'same') notes.push({ side, field, line, action: 'set', value: three[side] });
  }
  const resolve = (take: Take): Fields =>
    Object.fromEntries(
      names.map((field) => {
        const side = sides.get(field) ?? 'theirs';
        const from = (side === 'both' ? take(prefix + field) : side) === 'mine' ? mine : theirs;
        return [field, from[field] ?? null];
      }),
    );
  return { differences, notes, resolve };
}
