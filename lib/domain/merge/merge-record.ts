import type { ClientInput } from '../clients/schema';
import { type Json, type JsonRecord, recordsIn, type Snapshot } from '../journal/fields';
import { formatMilli, formatMinor } from '../money';
import type { ItemInput, OrderInput } from '../orders/schema';
import { orderInputOf } from '../undo/order-fields';
import { mergeLines } from './merge-lines';
import { type Merge, mergeFields, type Take } from './three-way';

/** A record as it was when a form was opened (null when nobody knows any more), and as it is now. */
export interface TwoVersions {
  base: Snapshot | null;
  now: Snapshot;
}

const clientFields = ['last_name', 'first_name', 'middle_name', 'company', 'inn', 'mobile_phone', 'email', 'address', 'comment'];

/** What was typed into the form of a client, over what somebody saved meanwhile. */
export function mergeClient({ base, now }: TwoVersions, mine: ClientInput): Merge<ClientInput> {
  return mergeFields(clientFields, { was: base ?? undefined, theirs: now, mine: { ...mine } as Snapshot }) as Merge<ClientInput>;
}

const orderFields = ['client', 'status', 'due_day', 'shipped_day', 'description'];

/** A client by his number alone: the name beside it follows. A snapshot has the day of shipping only where there is one. */
function flat({ client, ...fields }: Snapshot): Snapshot {
  const id = typeof client === 'object' && client !== null && 'id' in client ? (client.id ?? null) : (client ?? null);
  return { shipped_day: null, ...fields, client: id };
}

function lineOf(item: ItemInput): JsonRecord {
  return {
    product: item.product,
    sku: item.sku ?? '',
    unit: item.unit ?? '',
    quantity: formatMilli(item.quantity),
    price: formatMinor(item.price),
    discount: formatMinor(item.discount ?? 0),
    vat_rate: item.vat_rate ?? null,
  };
}

/** What was typed into the form of an order, over what somebody saved meanwhile. */
export function mergeOrder(
  { base, now }: TwoVersions,
  { client, status, due_day, shipped_day, description, items = [] }: OrderInput,
): Merge<OrderInput> {
  const shipped = shipped_day === undefined ? ((base ?? now).shipped_day ?? null) : shipped_day;
  const days: Snapshot = { due_day: due_day ?? null, shipped_day: shipped };
  const typed: Snapshot = { client: client ?? null, status: status ?? 'Pending', ...days, description: description ?? '' };
  const fields = mergeFields(orderFields, { was: base ? flat(base) : undefined, theirs: flat(now), mine: typed });
  const lines = mergeLines(recordsIn(base?.items), recordsIn(now.items), items.map(lineOf));
  const resolve = (take: Take): OrderInput => {
    const { client: id = null, ...others } = fields.resolve(take);
    return orderInputOf({ ...others, client: { id } as Json, items: lines.resolve(take) });
  };
  return { differences: [...fields.differences, ...lines.differences], notes: [...fields.notes, ...lines.notes], resolve };
}
