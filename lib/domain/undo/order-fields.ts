import { type Json, type JsonRecord, recordsIn } from '../journal/fields';
import { parseDecimal } from '../money';
import type { ItemInput, OrderInput, OrderStatus } from '../orders/schema';
import type { Target } from './keepers';

/** What belongs to an order and is put back and taken away one by one, by ids. */
const parts = ['payments', 'comments', 'files'] as const;
type Part = (typeof parts)[number];

export function isPart(field: string): field is Part {
  return parts.some((part) => part === field);
}

/** The parts that an order's snapshot has only when there are any. */
export const optionalParts: readonly string[] = ['comments', 'files'];

/** Ids of recorded payments, comments or files. */
export function idsIn(records: Json | undefined): number[] {
  return recordsIn(records).map(({ id }) => Number(id));
}

/** Parts of an order as they would be without a change, whatever came and went since. */
export function partsUndone(field: Part, now: Json, before: Json, after: Json): Json {
  const [was, is] = [idsIn(before), idsIn(after)];
  const kept = recordsIn(now).filter(({ id }) => was.includes(Number(id)) || !is.includes(Number(id)));
  const back = recordsIn(before).filter(({ id }) => !is.includes(Number(id)) && !kept.some((part) => part.id === id));
  const all = [...kept, ...back].sort((a, b) => String(a.day).localeCompare(String(b.day)) || Number(a.id) - Number(b.id));
  return all.length === 0 && optionalParts.includes(field) ? null : all;
}

function decimal(value: Json | undefined, digits: number): number {
  return parseDecimal(String(value ?? '0'), digits) ?? 0;
}

function itemOf(item: JsonRecord): ItemInput {
  return {
    product: String(item.product ?? ''),
    sku: String(item.sku ?? ''),
    unit: String(item.unit ?? ''),
    quantity: decimal(item.quantity, 3),
    price: decimal(item.price, 2),
    discount: decimal(item.discount, 2),
    vat_rate: item.vat_rate == null ? null : Number(item.vat_rate),
  };
}

function clientOf(client: Json): number | undefined {
  return typeof client === 'object' && client !== null && 'id' in client ? Number(client.id) : undefined;
}

/** Recorded fields of an order as the input that gives them again. */
export function orderInputOf(target: Target): OrderInput {
  return {
    ...('client' in target ? { client: clientOf(target.client ?? null) } : {}),
    ...('status' in target ? { status: target.status as OrderStatus } : {}),
    ...('description' in target ? { description: String(target.description ?? '') } : {}),
    ...('due_day' in target ? { due_day: target.due_day == null ? null : String(target.due_day) } : {}),
    ...('external_no' in target ? { external_no: target.external_no == null ? null : String(target.external_no) } : {}),
    ...('shipped_day' in target ? { shipped_day: target.shipped_day == null ? null : String(target.shipped_day) } : {}),
    ...('items' in target ? { items: recordsIn(target.items).map(itemOf) } : {}),
  };
}
