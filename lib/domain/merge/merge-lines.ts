import type { JsonRecord as Line } from '../journal/fields';
import { type Difference, type Merge, mergeFields, type Note, type Side, sameValue, type Take } from './three-way';

/** What is merged of a line; its total follows. Another product is another line. */
const fields = ['product', 'sku', 'unit', 'quantity', 'price', 'discount', 'vat_rate'];

/** One line through the three records; absent where it is not there. */
interface Entry {
  key: string;
  was: Line | undefined;
  theirs: Line | undefined;
  mine: Line | undefined;
}

/** Each line of `after` with the line of `before` that it continues: the same product, in the same place if it can. */
function pair(before: readonly Line[], after: readonly Line[]): Map<Line, Line> {
  const free = new Set(before);
  const pairs = new Map<Line, Line>();
  const same = (old: Line | undefined, line: Line) =>
    old !== undefined && free.has(old) && sameValue(old.product ?? null, line.product ?? null);
  const take = (old: Line, line: Line) => {
    free.delete(old);
    pairs.set(line, old);
  };
  for (const [at, line] of after.entries()) {
    const old = before[at];
    if (old && same(old, line)) take(old, line);
  }
  for (const line of after) {
    const old = pairs.has(line) ? undefined : before.find((one) => same(one, line));
    if (old) take(old, line);
  }
  return pairs;
}

function turned(pairs: ReadonlyMap<Line, Line>): Map<Line, Line> {
  return new Map([...pairs].map(([line, old]) => [old, line]));
}

function entriesOf(base: readonly Line[], theirs: readonly Line[], mine: readonly Line[]): Entry[] {
  const [toTheirs, toMine] = [pair(base, theirs), pair(base, mine)];
  const [ofTheirs, ofMine] = [turned(toTheirs), turned(toMine)];
  const addedByThem = theirs.filter((line) => !toTheirs.has(line));
  const addedByMe = mine.filter((line) => !toMine.has(line));
  const twice = pair(addedByThem, addedByMe);
  const both = turned(twice);
  return [
    ...base.map((was) => ({ was, theirs: ofTheirs.get(was), mine: ofMine.get(was) })),
    ...addedByThem.map((line) => ({ was: undefined, theirs: line, mine: both.get(line) })),
    ...addedByMe.filter((line) => !twice.has(line)).map((line) => ({ was: undefined, theirs: undefined, mine: line })),
  ].map((entry, at) => ({ key: `line.${at}`, ...entry }));
}

function sameLine(a: Line, b: Line): boolean {
  return fields.every((field) => sameValue(a[field] ?? null, b[field] ?? null));
}

/** A line that one side has and the other has not. */
function mergeOneSided({ key, was, theirs, mine }: Entry): Merge<Line | undefined> {
  const left = mine ?? theirs;
  if (!left) return { differences: [], notes: [], resolve: () => undefined };
  const holder: Side = mine ? 'mine' : 'theirs';
  const line = String(left.product ?? '');
  if (!was) return { differences: [], notes: [{ side: holder, field: 'line', line, action: 'added', value: left }], resolve: () => left };
  if (sameLine(was, left)) {
    const remover: Side = mine ? 'theirs' : 'mine';
    return { differences: [], notes: [{ side: remover, field: 'line', line, action: 'removed', value: null }], resolve: () => undefined };
  }
  const difference = { key, field: 'line', line, was, theirs: theirs ?? null, mine: mine ?? null };
  return { differences: [difference], notes: [], resolve: (take) => (take(key) === holder ? left : undefined) };
}

function mergeEntry(entry: Entry): Merge<Line | undefined> {
  const { key, was, theirs, mine } = entry;
  if (!theirs || !mine) return mergeOneSided(entry);
  return mergeFields(fields, { was, theirs, mine }, { prefix: `${key}.`, line: String(theirs.product ?? '') });
}

/** All lines in the order of one side, those that only the other has behind the line they follow there. */
function inOrder(base: readonly Line[], theirs: readonly Line[], mine: readonly Line[], entries: readonly Entry[]): Entry[] {
  const orderOf = (lines: readonly Line[], side: 'was' | Side) => {
    const byLine = new Map(entries.map((entry) => [entry[side], entry]));
    return lines.flatMap((line) => byLine.get(line) ?? []);
  };
  const everywhere = (entry: Entry) => entry.was && entry.theirs && entry.mine;
  const [asWas, asMine] = [orderOf(base, 'was'), orderOf(mine, 'mine')].map((order) => order.filter(everywhere).map(({ key }) => key));
  const moved = String(asWas) !== String(asMine);
  const [ofTheirs, ofMine] = [orderOf(theirs, 'theirs'), orderOf(mine, 'mine')];
  const order = moved ? [...ofMine] : [...ofTheirs];
  const other = moved ? ofTheirs : ofMine;
  for (const [at, entry] of other.entries()) {
    if (order.includes(entry)) continue;
    const before = other[at - 1];
    order.splice(before ? order.indexOf(before) + 1 : 0, 0, entry);
  }
  return order;
}

/** The lines of an order merged one by one. */
export function mergeLines(base: readonly Line[], theirs: readonly Line[], mine: readonly Line[]): Merge<Line[]> {
  const entries = entriesOf(base, theirs, mine);
  const merged = new Map(entries.map((entry) => [entry, mergeEntry(entry)]));
  const all = [...merged.values()];
  const differences: Difference[] = all.flatMap((one) => one.differences);
  const notes: Note[] = all.flatMap((one) => one.notes);
  const order = inOrder(base, theirs, mine, entries);
  const resolve = (take: Take): Line[] => order.map((entry) => merged.get(entry)?.resolve(take)).filter((line) => line !== undefined);
  return { differences, notes, resolve };
}
