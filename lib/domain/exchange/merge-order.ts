import type { FullOrder } from '@/db/queries/orders';
import type { Json } from '../journal/fields';
import { type LineValues, linesFromItems } from '../orders/order-lines';
import type { OrderInput } from '../orders/schema';
import { orderSnapshot } from '../orders/snapshot';
import { hashOf } from './fingerprint';
import type { TakenItem, TakenOrder, TakingNote, TakingRules } from './taken';
import { type Agreed, hashOfLines } from './write-links';

/** What a unit that is left out is called over there. */
const toldPiece = 'шт';

/** Who changed a value since both sides agreed. */
type Side = 'nobody' | 'ours' | 'theirs' | 'both';

interface Hashes {
  ours: string;
  theirs: string;
  /** As each had it when they last agreed; undefined before they ever did. */
  oursThen: string | undefined;
  theirsThen: string | undefined;
}

function changedBy({ ours, theirs, oursThen, theirsThen }: Hashes): Side {
  if (ours === theirs) return 'nobody';
  const here = oursThen === undefined || ours !== oursThen;
  const there = theirsThen === undefined || theirs !== theirsThen;
  if (here && there) return 'both';
  return there ? 'theirs' : here ? 'ours' : 'nobody';
}

/** A field that somebody has to decide about, or that the rules have decided for us. */
export interface Kept {
  field: 'items' | 'status';
  ours: Json;
  theirs: Json;
  /** What a decision about it counts for. */
  oursHash: string;
  theirsHash: string;
  /** The rule that kept ours; null: a person decides. */
  policy: string | null;
}

/** What of a document goes into an order. */
export interface Merged {
  input: OrderInput;
  deleted?: boolean;
  kept: Kept[];
  /** Fields that are the same on both sides now: nobody has to decide about them any more. */
  settled: Kept['field'][];
  notes: TakingNote[];
  /** What both agree on afterwards. */
  agreed: Agreed;
}

/** A text as it comes back from a file: without what no file holds, white space as one space. */
function carried(text: string): string {
  return text
    .replace(/[\ufffe\uffff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The lines here that goods of theirs are: by the id we gave or a link, else by their name; each once, the one in the same place first. */
function linesHere({ lines }: FullOrder, items: readonly TakenItem[], ids: ReadonlyMap<string, string>): (LineValues | undefined)[] {
  const free = new Set<LineValues>(lines);
  return items.map(({ remoteId, product }, index) => {
    const isIt = (line: (typeof lines)[number]) =>
      free.has(line) &&
      (line.product === (ids.get(remoteId) ?? product) ||
        (remoteId !== '' && String(line.productId) === remoteId) ||
        carried(line.product) === carried(product));
    const [same] = lines.slice(index, index + 1).filter(isIt);
    const found = same ?? lines.find(isIt);
    if (found) free.delete(found);
    return found;
  });
}

/**
 * Lines of a document as they are written here: goods that are known keep the name, article and unit they have here, as far as a file
 * has carried them. A unit that is left out here was told as a piece, and comes back as one.
 */
export function asHere(taken: TakenOrder, before: FullOrder, ids: ReadonlyMap<string, string>): LineValues[] {
  const here = linesHere(before, taken.items ?? [], ids);
  const items = (taken.items ?? []).map(({ remoteId, ...item }, index) => {
    const line = here[index];
    if (!line) return { ...item, product: ids.get(remoteId) ?? item.product };
    const told = line.unit === '' ? toldPiece : carried(line.unit);
    const unit = item.unit === undefined || carried(item.unit) === told ? line.unit : item.unit;
    return {
      ...item,
      product: line.product,
      sku: line.sku || (item.sku ?? ''),
      unit,
      vat_rate: item.vat_rate === undefined ? line.vatRate : item.vat_rate,
    };
  });
  return linesFromItems(items, before.lines);
}

function itemOf({ product, sku, unit, quantityMilli, priceMinor, discountMinor, vatRate }: LineValues) {
  return { product, sku, unit, quantity: quantityMilli, price: priceMinor, discount: discountMinor, vat_rate: vatRate };
}

const itemsIn = (full: FullOrder, lines: LineValues[]): Json => orderSnapshot({ ...full, lines }).items ?? [];

function mergeItems(before: FullOrder, taken: TakenOrder, lines: LineValues[], rules: TakingRules, then: Agreed, merged: Merged): void {
  const [ours, theirs, written] = [hashOfLines(before.lines), hashOfLines(lines), hashOf(taken.items)];
  const side = changedBy({ ours, theirs, oursThen: then.items, theirsThen: then['+items'] === written ? theirs : then.items });
  const agree = (hash: string) => {
    delete merged.agreed['!items'];
    Object.assign(merged.agreed, { items: hash, '+items': written });
    if (hash === theirs) merged.settled.push('items');
  };
  const allowed = then['!items'] === written;
  if (side === 'nobody') agree(ours);
  if (side === 'nobody' || (side === 'ours' && !allowed)) return;
  const keep = (policy: string | null, code: TakingNote['code']) => {
    const values = { ours: itemsIn(before, before.lines), theirs: itemsIn(before, lines), oursHash: ours, theirsHash: written };
    merged.kept.push({ field: 'items', ...values, policy });
    merged.notes.push({ code });
  };
  if (allowed) {
    merged.input.items = lines.map(itemOf);
    agree(theirs);
  } else if (before.order.status !== 'Pending' && !rules.reopenFinal) keep(null, 'final_kept');
  else if (before.payments.length > 0) keep(null, 'paid_lines_kept');
  else if (side === 'both' && rules.policy !== 'theirs') keep(rules.policy === 'ours' ? 'ours' : null, 'both_changed');
  else {
    merged.input.items = lines.map(itemOf);
    agree(theirs);
  }
}

function mergeStatus(before: FullOrder, taken: TakenOrder, rules: TakingRules, then: Agreed, merged: Merged): void {
  const { status } = taken;
  if (status === undefined) return;
  const [ours, theirs] = [hashOf(before.order.status), hashOf(status)];
  // What was never agreed on is theirs to say: we have told them nothing yet.
  const oursThen = then.status ?? ours;
  const allowed = then['!status'] === theirs;
  const side = changedBy({ ours, theirs, oursThen, theirsThen: then['+status'] ?? oursThen });
  const agree = () => {
    delete merged.agreed['!status'];
    delete merged.agreed['+status'];
    merged.agreed.status = theirs;
    merged.settled.push('status');
  };
  if (side === 'nobody') agree();
  if (side === 'nobody' || (side === 'ours' && !allowed)) return;
  const final = before.order.status !== 'Pending' && !rules.reopenFinal && !allowed;
  if (final) merged.notes.push({ code: 'final_kept' });
  else if (side === 'both' && rules.policy !== 'theirs' && !allowed) {
    const policy = rules.policy === 'ours' ? 'ours' : null;
    merged.kept.push({ field: 'status', ours: before.order.status, theirs: status, oursHash: ours, theirsHash: theirs, policy });
    merged.notes.push({ code: 'both_changed' });
  } else {
    merged.input.status = status;
    agree();
  }
}

function mergeShipping(before: FullOrder, { shippedDay, shippedGuessed }: TakenOrder, then: Agreed, merged: Merged): void {
  if (shippedDay === undefined || (shippedGuessed && before.order.shippedDay !== null)) return;
  const [ours, theirs] = [hashOf(before.order.shippedDay), hashOf(shippedDay)];
  const side = changedBy({ ours, theirs, oursThen: then.shipped ?? hashOf(null), theirsThen: then.shipped ?? hashOf(null) });
  if (side === 'theirs') merged.input.shipped_day = shippedDay;
  if (side !== 'ours') merged.agreed.shipped = theirs;
}

function mergeDeletion(before: FullOrder, { deleted }: TakenOrder, then: Agreed, merged: Merged): void {
  if (deleted === undefined) return;
  const [ours, theirs] = [hashOf(before.order.deletedAt !== null), hashOf(deleted)];
  const side = changedBy({ ours, theirs, oursThen: then.deleted ?? hashOf(false), theirsThen: then.deleted ?? hashOf(false) });
  if (side === 'theirs') merged.deleted = deleted;
  if (side !== 'ours') merged.agreed.deleted = theirs;
}

/**
 * Three-way merge of a document into an order, by what both last agreed on. What only they have changed is taken; what they send back
 * as it was is none of their changes. Lines of a paid or final order are never taken silently.
 */
export function mergeOrder(
  before: FullOrder,
  taken: TakenOrder,
  rules: TakingRules,
  { agreed, goods }: { agreed: Agreed; goods: ReadonlyMap<string, string> },
): Merged {
  const merged: Merged = { input: {}, kept: [], settled: [], notes: [], agreed: { ...agreed } };
  mergeDeletion(before, taken, agreed, merged);
  if (taken.items && taken.items.length > 0) mergeItems(before, taken, asHere(taken, before, goods), rules, agreed, merged);
  mergeStatus(before, taken, rules, agreed, merged);
  mergeShipping(before, taken, agreed, merged);
  return merged;
}
