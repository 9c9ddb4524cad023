import { type Json, type JsonRecord, recordsIn } from '../journal/fields';
import { parseDecimal } from '../money';
import type { ItemInput, OrderInput, OrderStatus } from '../orders/schema';
import type { Target } from './keepers';

/** Ids of recorded payments. */
export function idsIn(payments: Json | undefined): number[] {
  return recordsIn(payments).map(({ id }) => Number(id));
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
    ...('items' in target ? { items: recordsIn(target.items).map(itemOf) } : {}),
  };
}
