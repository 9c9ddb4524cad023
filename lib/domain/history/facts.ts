import { type FieldChanges, type JsonRecord as Item, type Json, recordsIn } from '../journal/fields';

/** One thing that a change did, small enough for a sentence. */
export type Fact =
  | { type: 'field'; field: string; old: Json; new: Json }
  | { type: 'line_added'; product: string; quantity: string; price: string }
  | { type: 'line_removed'; product: string; quantity: string; price: string }
  | { type: 'line_changed'; product: string; field: string; old: Json; new: Json }
  | { type: 'payment_added'; amount: string; day: string }
  | { type: 'payment_removed'; amount: string; day: string }
  | { type: 'comment_added'; text: string }
  | { type: 'comment_removed'; text: string }
  | { type: 'file_added'; name: string }
  | { type: 'file_removed'; name: string };

function text(value: Json | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

/** Fields of a line worth a word of their own; its total follows from them. */
const lineFields = ['product', 'sku', 'unit', 'quantity', 'price', 'discount', 'vat_rate'];

function lineFact(type: 'line_added' | 'line_removed', item: Item): Fact {
  return { type, product: text(item.product), quantity: text(item.quantity), price: text(item.price) };
}

function changedFields(before: Item, after: Item): Fact[] {
  return lineFields
    .filter((field) => text(before[field]) !== text(after[field]))
    .map((field) => ({
      type: 'line_changed',
      product: text(before.product),
      field,
      old: before[field] ?? null,
      new: after[field] ?? null,
    }));
}

/** Pairs each new line with the old one it continues: the same product, the nearest place first; then the same place. */
function pairLines(before: Item[], after: Item[]): [Item | undefined, Item | undefined][] {
  const free = new Set(before.keys());
  const take = (index: number | undefined) => {
    if (index === undefined) return undefined;
    free.delete(index);
    return before[index];
  };
  const same = (a: Item | undefined, b: Item) => a?.product === b.product;
  const byName = after.map((item, at) =>
    take(free.has(at) && same(before[at], item) ? at : [...free].find((index) => same(before[index], item))),
  );
  const pairs = after.map((item, at): [Item | undefined, Item | undefined] => [
    byName[at] ?? (before.length === after.length && free.has(at) ? take(at) : undefined),
    item,
  ]);
  return [...pairs, ...[...free].map((index): [Item | undefined, Item | undefined] => [before[index], undefined])];
}

function lineFacts(before: Json, after: Json): Fact[] {
  return pairLines(recordsIn(before), recordsIn(after)).flatMap(([old, now]) => {
    if (!old) return now ? [lineFact('line_added', now)] : [];
    return now ? changedFields(old, now) : [lineFact('line_removed', old)];
  });
}

/** Parts that came, and parts that went, by their ids. */
function partFacts(before: Json, after: Json, added: (item: Item) => Fact, removed: (item: Item) => Fact): Fact[] {
  const [was, is] = [recordsIn(before), recordsIn(after)];
  const missing = (one: Item[], other: Item[]) => one.filter((item) => !other.some(({ id }) => id === item.id));
  return [...missing(is, was).map(added), ...missing(was, is).map(removed)];
}

const payment =
  (type: 'payment_added' | 'payment_removed') =>
  (item: Item): Fact => ({ type, amount: text(item.amount), day: text(item.day) });
const comment =
  (type: 'comment_added' | 'comment_removed') =>
  (item: Item): Fact => ({ type, text: text(item.text) });
const file =
  (type: 'file_added' | 'file_removed') =>
  (item: Item): Fact => ({ type, name: text(item.name) });

/** What follows from other changes and needs no sentence: the sum of payments. */
const derived = new Set(['paid']);

/** The facts of an update, lines and payments told apart; the order's new total comes last. */
export function factsOf(fields: FieldChanges): Fact[] {
  const facts = Object.entries(fields).flatMap(([field, change]): Fact[] => {
    if (derived.has(field)) return [];
    if (field === 'items') return lineFacts(change.old, change.new);
    if (field === 'payments') return partFacts(change.old, change.new, payment('payment_added'), payment('payment_removed'));
    if (field === 'comments') return partFacts(change.old, change.new, comment('comment_added'), comment('comment_removed'));
    if (field === 'files') return partFacts(change.old, change.new, file('file_added'), file('file_removed'));
    return [{ type: 'field', field, ...change }];
  });
  const isTotal = (fact: Fact) => fact.type === 'field' && fact.field === 'total_price';
  return [...facts.filter((fact) => !isTotal(fact)), ...facts.filter(isTotal)];
}
